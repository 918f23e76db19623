import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from './seeded';

const syllables = 'ré co nè fla çi blö mü to señ ra dû pê li øk sta vå'.split(' ');

/**
 * Makes a library of `count` reviews below `folder`, half of made-up words with accents, half of made-up Chinese and Japanese characters without
 * blanks. The same for the same count, on every machine. Made once.
 *
 * @returns the folder that holds them, a source by its name.
 */
export function generateForeign(folder: string, count: number): string {
  const library = join(folder, `foreign-${count}`, 'incidents');
  const done = join(folder, `foreign-${count}`, 'done');
  if (existsSync(done)) return library;
  mkdirSync(library, { recursive: true });
  const random = seeded(count);
  const pick = (values: readonly string[]) => values[Math.floor(values.length * random() ** 2)] ?? '';
  const many = (length: number, make: () => string) => Array.from({ length }, make);
  const words = many(3000, () => many(2 + Math.floor(random() * 3), () => pick(syllables)).join(''));
  const characters = many(600, () => String.fromCharCode(0x4e00 + Math.floor(random() * 3000)));
  const kana = many(60, () => String.fromCharCode(0x3042 + Math.floor(random() * 80)));
  const sentences = [
    () => `${many(12, () => pick(words)).join(' ')}.`,
    () => `${many(24, () => pick(random() < 0.6 ? characters : kana)).join('')}。`,
  ];
  for (let at = 1; at <= count; at++) {
    const sentence = sentences[at % 2] ?? (() => '');
    const paragraph = () => many(6, sentence).join(' ');
    const text = [`# ${sentence()}`, '## Summary', paragraph(), '## Timeline', paragraph(), '## Story', paragraph()];
    writeFileSync(join(library, `INC-${at}.md`), `${text.join('\n\n')}\n`);
  }
  writeFileSync(done, '');
  return library;
}
