/** Parsed YAML, TOML or JSON as values that cannot hurt: scalars as the document writes them, maps without prototype. */
export type Data = string | readonly Data[] | ReadonlyMap<string, Data>;

/** A top-level entry and the 1-based line on which it stands. */
export interface Field {
  readonly value: Data;
  readonly line: number;
  /** Name as the document writes it. */
  readonly name: string;
}

/** Entries by name, in {@link fieldName} form; the first of two with one name counts. */
export type Fields = ReadonlyMap<string, Field>;

/** Names in which tools wrap the fields of a document. */
const wrappers = ['advisory', 'metadata', 'meta', 'incident', 'postmortem', 'post_mortem', 'review', 'report'];

/** The form in which names of fields are compared: `Incident-ID` and `incident id` are `incident_id`. */
export function fieldName(name: string): string {
  return name.trim().toLowerCase().replace(/[\s-]/g, '_');
}

/** The first of these fields that says something, with its name; looked for at the top level, then in a wrapper such as `[advisory]`. */
export function firstField(fields: Fields, names: readonly string[]): Field | undefined {
  if (fields.size === 0) return undefined;
  for (const name of names) {
    const field = fields.get(name);
    if (field && !isEmpty(field.value)) return field;
  }
  for (const inner of wrappedFields(fields)) {
    for (const name of names) {
      const value = inner.get(name);
      if (value && !isEmpty(value.value)) return value;
    }
  }
  return undefined;
}

/** What stands in wrappers, found once for each document: most have none, and many rules ask. */
const wrapped = new WeakMap<Fields, readonly Fields[]>();

function wrappedFields(fields: Fields): readonly Fields[] {
  let inner = wrapped.get(fields);
  if (!inner) {
    inner = wrappers.flatMap((wrapper) => {
      const field = fields.get(wrapper);
      return field && isMap(field.value) ? [entriesOf(field)] : [];
    });
    wrapped.set(fields, inner);
  }
  return inner;
}

/** A value as one string; nothing for lists and maps, and for what means "nothing". */
export function asText(value: Data | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return isNothing(text) ? undefined : text;
}

/** A value as a list of strings: a list's items (of maps their name), or a scalar as one. */
export function asList(value: Data | undefined): string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return isNothing(value.trim()) ? [] : [value.trim()];
  if (isMap(value))
    return nameOf(value) ?? [...value.values()].flatMap((each) => (typeof each === 'string' ? asList(each) : []));
  return value.flatMap((each) => (isMap(each) ? (nameOf(each) ?? []) : asList(each)));
}

/** Whether a value is a map, for narrowing. */
export function isMap(value: Data | undefined): value is ReadonlyMap<string, Data> {
  return value instanceof Map;
}

/** What stands for a value that nobody filled in. */
function isNothing(text: string): boolean {
  return text === '' || text === '~' || /^(?:null|none|n\/a|-+|—)$/i.test(text);
}

function isEmpty(value: Data): boolean {
  if (typeof value === 'string') return isNothing(value.trim());
  return isMap(value) ? value.size === 0 : value.length === 0;
}

function entriesOf(field: Field): Fields {
  const inner = new Map<string, Field>();
  if (!isMap(field.value)) return inner;
  for (const [name, value] of field.value) {
    const key = fieldName(name);
    if (!inner.has(key)) inner.set(key, { name, value, line: field.line });
  }
  return inner;
}

const naming = ['name', 'product', 'service', 'title', 'id', 'handle', 'login', 'email'];

function nameOf(map: ReadonlyMap<string, Data>): string[] | undefined {
  for (const name of naming) {
    const value = asText(map.get(name));
    if (value) return [value];
  }
  return undefined;
}
