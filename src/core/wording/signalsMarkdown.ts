import { escapePunctuation } from './escapeMarkdown';
import { oneLine } from './oneLine';
import type { ReportBlock, ReportPart, ReportPlot } from './signalsReport';
import { signalsWords } from './signalsWords';

/** The page of learning signals as Markdown, with a table where others draw. Text of files means nothing but that text in it. */
export function signalsMarkdown(blocks: readonly ReportBlock[]): string {
  return `# ${signalsWords.title}\n\n${blocks.map(blockOf).join('\n\n')}\n`;
}

function blockOf(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `## ${block.text}`;
    case 'text':
      return readable(block.text);
    case 'plot':
      return table(block.plot);
    case 'list':
      return [
        ...block.items.map((item) => `- ${item.map(partOf).join('')}`),
        ...(block.more === undefined ? [] : [`- ${readable(block.more)}`]),
      ].join('\n');
  }
}

function partOf({ kind, text }: ReportPart): string {
  switch (kind) {
    case 'plain':
    case 'when':
      return readable(text);
    case 'quote':
      return `“${readable(oneLine(text))}”`;
    case 'name':
      return `**${readable(oneLine(text))}**`;
    case 'place':
      return codeSpan(oneLine(text));
  }
}

function codeSpan(text: string): string {
  return text.includes('`') ? readable(text) : `\`${text}\``;
}

function table({ title, points }: ReportPlot): string {
  const rows = points.map(({ words, value }) => `| ${readable(words)} | ${value} |`);
  return [
    `${readable(title)}:`,
    '',
    `| ${signalsWords.period} | ${signalsWords.citations} |`,
    '|---|---:|',
    ...rows,
  ].join('\n');
}

/** A text that means nothing but itself, with as few escapes as that takes, since some read the source: no mark, HTML, mention or bare address is left. */
function readable(words: string): string {
  return words
    .replace(/[\\`*_{}[\]<>#|&!~$@]/g, escapePunctuation)
    .replace(/:(?=\/\/)/g, escapePunctuation)
    .replace(/(?<=www)\./gi, escapePunctuation);
}
