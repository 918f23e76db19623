import type { Explanation } from '../core/citations/explain';
import type { Help } from './answer';

/** What may help a person who expected something else at a place: the setting that rules it, the review that is meant, the search. */
export function helpFor({ place, isSearched, citation, word, closest }: Explanation): readonly Help[] {
  if (citation && citation.reviews.length > 0) return [{ kind: 'review', id: citation.id }];
  if (!citation && place === 'unknownLanguage') return [{ kind: 'setting', name: 'precedent.comments' }];
  const meant = closest.slice(0, 2).map((id): Help => ({ kind: 'review', id }));
  if (!citation && !isSearched) {
    const isSet = place === 'code' || place === 'string';
    return [...(isSet ? [{ kind: 'setting', name: 'precedent.matchIn' } as const] : []), ...itself(word)];
  }
  switch (citation ? 'unknownId' : word?.verdict) {
    case 'known':
    case 'needsMarker':
    case 'insideLongerWord':
      return itself(word);
    case 'unknownId':
      return [...meant, { kind: 'search' }];
    case 'unknownFamily':
      return [...meant, { kind: 'search' }, { kind: 'setting', name: 'precedent.idPatterns' }];
    default:
      return [];
  }
}

/** The review that a word names, where it would count in another place. */
function itself(word: Explanation['word']): readonly Help[] {
  if (word?.verdict === 'insideLongerWord' && word.inner !== undefined) return [{ kind: 'review', id: word.inner }];
  return word?.verdict === 'known' || word?.verdict === 'needsMarker' ? [{ kind: 'review', id: word.text }] : [];
}
