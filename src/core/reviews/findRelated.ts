import type { Choice, DocumentParts } from './documentParts';
import { asList, firstField } from './fields';
import { readFileName } from './fileName';
import { keyAtStart } from './keyAtStart';
import type { ReviewFile } from './readReviews';
import { resolveTarget } from './resolveTarget';
import type { Section } from './review';
import { sectionAtLine } from './sectionBlocks';
import { familyOf, idOfPath, type SourceFiles } from './sourceFiles';

const relatedFields = [
  'related',
  'related_incidents',
  'related_reviews',
  'related_postmortems',
  'references',
  'see_also',
];

/**
 * The ids of reviews to which a review points of its own accord: fields and labels, wiki links, links to other files of the source.
 *
 * Ids of other reviews that its text merely names are found elsewhere. `own` are the id and aliases of the review itself.
 */
export function findRelated(
  file: ReviewFile,
  parts: DocumentParts,
  sections: readonly Section[],
  files: SourceFiles,
  own: readonly string[],
): Choice<readonly string[]> | undefined {
  const field = firstField(parts.fields, relatedFields);
  const found: { id: string; rule: string; line: number }[] = [];
  for (const each of asList(field?.value)) {
    const id = idIn(each, file, files);
    if (field && id) found.push({ id, rule: `field "${field.name}"`, line: field.line });
  }
  for (const label of parts.labels.of('related')) {
    for (const each of label.value.split(/[\s,、;]+/)) {
      const id = files.ids.get(each.toLowerCase()) ?? knownFamily(keyAtStart(each), files, own);
      if (id) found.push({ id, rule: `label "${label.words}"`, line: label.line });
    }
  }
  for (const { target, words, line, kind } of parts.outline.links) {
    if (sectionAtLine(sections, line)?.kind === 'excluded') continue;
    const id =
      kind === 'wiki'
        ? idIn(target, file, files, own)
        : (linkedReview(target, file, files) ?? files.ids.get(words.trim().toLowerCase()));
    if (id) found.push({ id, rule: 'link', line });
  }
  const mine = new Set(own.map((name) => name.toLowerCase()));
  const ids = [...new Set(found.map(({ id }) => id))].filter((id) => !mine.has(id.toLowerCase()));
  const first = found.find(({ id }) => id === ids[0]);
  return first && { value: ids, origin: { rule: first.rule, line: first.line } };
}

/** The id that a name means: a review of the source, by name or path, or an id of a family that the source knows. */
function idIn(name: string, file: ReviewFile, files: SourceFiles, own?: readonly string[]): string | undefined {
  const bare = (name.split('#', 1)[0] ?? '').replace(/^\[\[|\]\]$/g, '').trim();
  if (bare === '' || bare.length > 300 || /^https?:/i.test(bare)) return undefined;
  const stem = bare.slice(bare.lastIndexOf('/') + 1).replace(/\.(?:md|markdown|mdx|qmd|adoc|rst|org|txt)$/i, '');
  const known =
    files.ids.get(bare.toLowerCase()) ?? files.ids.get(stem.toLowerCase()) ?? linkedReview(bare, file, files);
  if (known) return known;
  const key = keyAtStart(stem);
  // A field lists what its author took for reviews; a wiki link may lead anywhere.
  return own
    ? knownFamily(key, files, own)
    : (key ?? (/^[\w-]{2,100}$/.test(bare) && /\d/.test(bare) ? bare : undefined));
}

/** A key that is made like an id of this review or of another in the source. */
function knownFamily(key: string | undefined, files: SourceFiles, own: readonly string[]): string | undefined {
  const family = key && familyOf(key);
  if (!key || !family) return undefined;
  return files.families.has(family) || own.some((name) => familyOf(name) === family) ? key : undefined;
}

function linkedReview(target: string, file: ReviewFile, files: SourceFiles): string | undefined {
  const path = resolveTarget(target, file.pathInSource);
  if (path === undefined || path === file.pathInSource) return undefined;
  for (const each of [path, `${path}.md`, path.replace(/\.html$/, '.html.md.erb'), path.replace(/\.html$/, '.md')]) {
    if (files.roles.get(each)?.role === 'review') return idOfPath(each);
  }
  // Sites are generated: the file may have another extension than the link.
  const name = readFileName(path);
  return /\.(?:md|html?|qmd|rst|adoc)$/i.test(path) ? files.ids.get(name.stem.toLowerCase()) : undefined;
}
