/** Texts on which something once failed or took too long, by what it was: they stay here, so that it does not come back. */
export const found: Readonly<Record<string, readonly string[]>> = {
  'comments of HTML without end took seconds in a story': ['<!-- '.repeat(5_000)],
  'elements without end exhausted the stack of a story': ['<div>'.repeat(5_000), '<b><i>'.repeat(2_000)],
  'YAML without end took a second': [
    `---\na: ${'['.repeat(10_000)}\n---\n`,
    `title: A\nid: B-1\na: ${'{a: '.repeat(5_000)}`,
    `---\n${'? '.repeat(5_000)}\n---\n`,
  ],
  'settings that nest without end exhausted the stack': ['['.repeat(20_000), '{"a":'.repeat(10_000)],
  'two second halves of characters threw in a story': ['\ude00\ude00', '{"title":"A","id":"B-1","x":"\\ude00\\ude00"}'],
  'names in names on one line of YAML took minutes': [
    `a: ${'Ann Ek: '.repeat(5_000)}`,
    `---\n${'Ann Ek: '.repeat(5_000)}\n---\n`,
  ],
  'a title of which no words are left was empty': ['---\ntitle: "![x](https://a.example/p.png)"\n---\n'],
  'marks of code in Org without end took minutes': ['~'.repeat(20_000), `* A\n${'='.repeat(20_000)}`],
  'addresses without blanks between them took seconds in a story': [
    `# A whtt\uac00ttps://${'https://old.example/4'.repeat(1_000)}`,
  ],
  'blank lines above data hung, and with them whatever read the library': [
    '\n'.repeat(3_000),
    `${'\n'.repeat(60)}title: A\nid: B-1\n`,
    `${'# a\n\n \n'.repeat(500)}title: A\nid: B-1\n`,
  ],
};
