/**
 * Every code that a finding can have, and what it means in a few words. Codes are stable: pipelines name them.
 *
 * `docs/findings.md` explains each under a heading of the same name.
 */
export const findingCodes = {
  'unknown-citation': 'No review has the id that is cited.',
  'other-spelling': 'An id is spelled differently from how its review spells it.',
  'former-id': 'A review is cited by an id that it had before.',
  'missing-passage': 'A passage or moment is cited that its review does not have.',
  'last-citation': 'The last citation of a review went with an edit or a change.',
  mention: 'A review is spoken of, but not cited.',
  'broken-link': 'A link or path to a review leads nowhere.',
  'missing-material': 'A file that belongs to a review is not there.',
  'duplicate-id': 'Several reviews claim one id.',
  'unreadable-front-matter': 'The fields above the text of a review cannot be read in full.',
  'unreadable-yaml': 'A review in YAML cannot be read.',
  'unreadable-json': 'A review in JSON cannot be read.',
  'too-long': 'A review is read in part, being very long.',
  'unreadable-file': 'A file of the library cannot be read.',
  'unreadable-folder': 'A folder of the library cannot be read.',
  'unreadable-encoding': 'A file of the library is in an encoding that is not read.',
  'file-too-large': 'A file of the library is too large to be read.',
  'unreadable-rules': 'The rules of the library cannot be read.',
  'unknown-rule': 'The rules of the library have a key that means nothing.',
  'wrong-rule': 'A rule of the library has a value that it cannot have.',
  'newer-rules': 'The rules of the library are for a newer version of Precedent.',
  'refused-id-pattern': 'An id pattern is not safe to be used.',
} as const satisfies Readonly<Record<string, string>>;
