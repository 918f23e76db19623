import type { FilePlace, FileReason, NearbyPlace } from '../citations/fileReason';
import { shortLine } from './shortLine';

/** Why a review stands in This File, in a few words to be put beside its title. Plain text, still to be escaped. */
export function fileReasonWords(reason: FileReason): string {
  switch (reason.kind) {
    case 'cited':
      return placesInWords(reason.places);
    case 'mentioned':
      return `“${shortLine(reason.text, 80)}”, ${placesInWords([reason.place])}`;
    case 'named':
      return reason.as === 'path' ? 'names this file' : `names ${shortLine(reason.name, 80)}`;
    case 'cites':
      return 'cites it';
    case 'nearby':
      return `in ${filesInWords(reason.places)}, ${nearnessOf(reason)}`;
    case 'service':
      return `about ${shortLine(reason.service, 60)}`;
  }
}

/** The same as a sentence, for whoever asks for more: it names files in full and says where the words stand. */
export function fileReasonSentence(reason: FileReason): string {
  switch (reason.kind) {
    case 'cited':
      return `This file cites it: ${placesInWords(reason.places)}.`;
    case 'mentioned':
      return `This file speaks of it without citing it: ${placesInWords([reason.place])}, “${shortLine(reason.text, 200)}”.`;
    case 'named':
      return `It names ${shortLine(reason.name, 200)} (line ${reason.line} of the review)${namedSuffix[reason.as]}.`;
    case 'cites':
      return `It cites this review, on its line ${reason.line}.`;
    case 'nearby':
      return `Cited in ${reason.places.map(({ path, line }) => `${shortLine(path, 120)}:${line}`).join(', ')} (${nearnessOf(reason)}).`;
    case 'service':
      return reason.isTold
        ? `It is about ${shortLine(reason.service, 60)}, to which ${shortLine(reason.folder, 120)} belongs, says precedent.yaml.`
        : `It is about ${shortLine(reason.service, 60)}, and this file is in ${shortLine(reason.folder, 120)}.`;
  }
}

function nearnessOf({ as, places }: FileReason & { readonly kind: 'nearby' }): string {
  if (as === 'importer') return places.length > 1 ? 'which import this' : 'which imports this';
  return as === 'imported' ? 'imported here' : 'same folder';
}

const namedSuffix = {
  path: '',
  module: ', which is this file',
  symbol: ', which is defined here',
  folder: ', in which this file is',
};

const mostPlaces = 3;

/** `line 20`, `lines 20, 35`, `lines 20, 35, 51 and 2 more`, `cell 3`. */
function placesInWords(places: readonly FilePlace[]): string {
  const isNotebook = places.some(({ cell }) => cell !== undefined);
  const numbers = [...new Set(places.map(({ line, cell }) => cell ?? line))];
  const shown = numbers.slice(0, mostPlaces).join(', ');
  const left = numbers.length - mostPlaces;
  const noun = isNotebook ? 'cell' : 'line';
  return `${noun}${numbers.length > 1 ? 's' : ''} ${shown}${left > 0 ? ` and ${left} more` : ''}`;
}

function filesInWords(places: readonly [NearbyPlace, ...NearbyPlace[]]): string {
  const name = shortLine(places[0].path.split('/').at(-1) ?? places[0].path, 80);
  return places.length > 1 ? `${name} and ${places.length - 1} more` : name;
}
