import type { Choice, DocumentParts } from './documentParts';
import { asList, asText, firstField } from './fields';
import { dateAtStart, incidentFolder, isGenericStem } from './fileName';
import { isPlaceholder } from './isPlaceholder';
import { capitalKeyAtStart, keyAtStart } from './keyAtStart';
import type { IdFrom } from './review';

/** The id of a review, where it was read, and the other names by which it may be cited. */
export interface ChosenId extends Choice<string> {
  readonly from: IdFrom;
  readonly aliases: readonly string[];
}

type Reading = Choice<string> & { readonly from: IdFrom };

const idFields = ['incident_id', 'incident', 'id', 'uuid', 'key', 'number'];
const aliasFields = ['aliases', 'alias', 'formerly', 'former_id', 'former_ids', 'previously'];
const urlFields = ['permalink', 'url', 'incident_url', 'postmortem_url', 'html_url', 'source_url', 'canonical_url'];

/**
 * Reads the id by the first rule that hits, from a field down to the name of the file; what the other rules read becomes an alias.
 *
 * Never from the rest of a title: titles cite other incidents. `title` is the title as the document says it.
 */
export function chooseId(parts: DocumentParts, title: Choice<string>): ChosenId {
  const readings = [...fieldReadings(parts), ...labelReadings(parts), ...nameReadings(parts, title)];
  const [first] = readings;
  const { value, origin, from } = first ?? {
    value: parts.name.stem,
    origin: { rule: 'name of the file' },
    from: 'stem' as const,
  };
  return { value, origin, from, aliases: aliasesOf(value, readings, parts) };
}

function fieldReadings(parts: DocumentParts): Reading[] {
  if (parts.fields.size === 0) return [];
  return idFields.flatMap((name): Reading[] => {
    const field = firstField(parts.fields, [name]);
    const value = asText(field?.value);
    if (!field || !value || !isId(value)) return [];
    return [{ value, from: 'frontMatter', origin: { rule: `field "${field.name}"`, line: field.line } }];
  });
}

function labelReadings(parts: DocumentParts): Reading[] {
  return parts.labels.of('id').flatMap(({ value, words, line }): Reading[] => {
    const id = value.replace(/^#(?=\d)/, '');
    return isId(id) && /\d/.test(id) ? [{ value: id, from: 'label', origin: { rule: `label "${words}"`, line } }] : [];
  });
}

function nameReadings(parts: DocumentParts, title: Choice<string>): Reading[] {
  const { stem } = parts.name;
  const folder = isGenericStem(stem) ? incidentFolder(parts.name) : undefined;
  const name = folder ?? stem;
  const from = folder === undefined ? 'fileName' : 'folder';
  const where = folder === undefined ? 'name of the file' : 'name of the folder';
  const readings: Reading[] = [];
  const inName = capitalKeyAtStart(name);
  if (inName) readings.push({ value: inName, from, origin: { rule: `key at the start of the ${where}` } });
  const inTitle = keyAtStart(
    title.value.replace(/^[[(]/, '').replace(/^(?:incident|post-?mortem|postmortem)[\s:]{1,3}/i, ''),
  );
  if (inTitle && title.origin.line !== undefined) {
    readings.push({
      value: inTitle,
      from: 'heading',
      origin: { rule: 'key at the start of the title', line: title.origin.line },
    });
  }
  const lower = inName ? undefined : keyAtStart(name);
  if (lower) readings.push({ value: lower, from, origin: { rule: `key at the start of the ${where}` } });
  const number = /^(\d{1,6})[-_ .]+(?=[^\d\s])/.exec(name)?.[1];
  if (number && !inName && !dateAtStart(name) && !/^(?:19|20)\d\d$/.test(number)) {
    readings.push({
      value: number,
      from: folder === undefined ? 'number' : 'folder',
      origin: { rule: `number of the ${where.slice(8)}` },
    });
  }
  readings.push({ value: name, from: folder === undefined ? 'stem' : 'folder', origin: { rule: where } });
  return readings;
}

function aliasesOf(id: string, readings: readonly Reading[], parts: DocumentParts): string[] {
  const { fields, rules } = parts;
  const listed = (names: readonly string[]) =>
    fields.size === 0 ? [] : names.flatMap((name) => asList(fields.get(name)?.value));
  const told = listed(aliasFields).filter((each) => each.length <= 300);
  const others = readings.map(({ value }) => value);
  const former = Object.keys(rules.aliases).filter((each) => rules.aliases[each]?.toLowerCase() === id.toLowerCase());
  const urls = listed(urlFields).filter((each) => /^https?:\/\/\S{1,500}$/.test(each));
  const kept = rules.urlTemplates.map((template) => template.replaceAll('{id}', id));
  const seen = new Set([id.toLowerCase(), '']);
  return [...told, ...former, ...others, ...urls, ...kept].filter((each) => {
    const key = each.toLowerCase();
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** Whether a value can be an id: one word with a letter or figure that nobody left to be filled in. */
function isId(value: string): boolean {
  // What cannot be seen is no part of a name that people write.
  if (value.length > 100 || /[\s\p{Cc}\p{Cf}\p{Cs}]/u.test(value) || !/[\p{L}\p{N}]/u.test(value)) return false;
  return (
    !isPlaceholder(value) &&
    !/^(?:true|false|yes|no)$/i.test(value) &&
    !/^[A-Z]{2,}-?[Xx]+$|[-_](?:XX+|xx+|NNN?|nnn)$/.test(value)
  );
}
