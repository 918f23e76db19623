import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from './seeded';

const syllables = 'ka re mo ti lun der vas pol sen gra fi tor bel nim cu sha wen ob ri tal'.split(' ');

/** 25,000 made-up words; those in front are chosen far more often, as in any language (Zipf). */
function vocabulary(random: () => number): (() => string)[] {
  const words = Array.from({ length: 25_000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => syllables[Math.floor(random() * syllables.length)]).join(
      '',
    ),
  );
  return [() => words[Math.floor(words.length ** random()) - 1] ?? 'and'];
}

/**
 * Makes a library of `count` Markdown reviews of about 5.6 kB each below `folder`, a third with front matter, a third with bold labels,
 * a third as bare narratives. The same for the same count, on every machine. Made once.
 *
 * @returns the folder that holds them, a source by its name.
 */
export function generateReviews(folder: string, count: number): string {
  const library = join(folder, `reviews-${count}`, 'incidents');
  const done = join(folder, `reviews-${count}`, 'done');
  if (existsSync(done)) return library;
  mkdirSync(library, { recursive: true });
  const random = seeded(count);
  const [word = () => ''] = vocabulary(random);
  const sentence = () => {
    const words = Array.from({ length: 8 + Math.floor(random() * 12) }, word).join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 3 + Math.floor(random() * 4) }, sentence).join(' ');
  const two = (value: number) => String(value).padStart(2, '0');
  for (let at = 1; at <= count; at++) {
    const date = `20${15 + (at % 11)}-${two(1 + (at % 12))}-${two(1 + (at % 28))}`;
    const title = Array.from({ length: 5 }, word).join(' ');
    const heads = [
      `---\ntitle: ${title}\ndate: ${date}\nstatus: closed\nservices: [${word()}, ${word()}]\nauthors: [Ada K., Bo L.]\n---\n`,
      `# ${title}\n\n**Date:** ${date}\n**Severity:** 2\n**Services:** ${word()}, ${word()}\n`,
      `# ${title}\n`,
    ];
    const timeline = Array.from({ length: 8 }, (_, hour) => `- ${two(8 + hour)}:${two((hour * 7) % 60)} ${sentence()}`);
    const text = [
      heads[at % 3],
      `## Summary\n\n${paragraph()}`,
      `## What surprised us\n\n- ${sentence()}\n- ${sentence()} See INC-${1 + Math.floor(random() * count)}.`,
      `## What was difficult\n\n${paragraph()}\n\n${paragraph()}`,
      `## Timeline\n\n${timeline.join('\n')}`,
      `## Contributing factors\n\n- ${sentence()}\n- ${sentence()}\n\n![graph](images/${at}.png) and [the change](../change-${at}.md)`,
      `## Story\n\n${Array.from({ length: 5 }, paragraph).join('\n\n')}`,
      `## Follow-ups\n\n- [ ] ${sentence()}\n- [x] ${sentence()}`,
    ].join('\n\n');
    writeFileSync(join(library, `INC-${at}-${title.split(' ')[0]}.md`), `${text}\n`);
  }
  writeFileSync(done, '');
  return library;
}
