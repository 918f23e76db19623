import { toHtml } from 'hast-util-to-html';
import { h } from '../core/text/element';
import { signalsPage, signalsStyle } from '../core/wording/signalsPage';
import type { ReportBlock, ReportPlot } from '../core/wording/signalsReport';
import { signalsWords } from '../core/wording/signalsWords';
import { wrapText } from './terminalText';

/** The learning signals for a terminal. */
export function reportSignals(blocks: readonly ReportBlock[], width: number): string {
  return `${[signalsWords.title, '', ...blocks.flatMap((block) => linesOf(block, width))].join('\n')}\n`;
}

function linesOf(block: ReportBlock, width: number): string[] {
  switch (block.kind) {
    case 'heading':
      return ['', block.text, ''];
    case 'text':
      return wrapText(block.text, width, '');
    case 'plot':
      return plotLines(block.plot, width);
    case 'list':
      return [
        ...block.items.flatMap((item) => wrapText(item.map(wordsOf).join(''), width, '    ', '  • ')),
        ...(block.more === undefined ? [] : wrapText(block.more, width, '    ', '    ')),
      ];
  }
}

function wordsOf({ kind, text }: { readonly kind: string; readonly text: string }): string {
  return kind === 'quote' ? `“${text}”` : text;
}

/** Bars of characters, as long as the numbers are, at most half the width. */
function plotLines({ title, points }: ReportPlot, width: number): string[] {
  const highest = Math.max(1, ...points.map(({ value }) => value));
  const room = Math.min(highest, Math.floor(width / 2));
  const bars = points.map(({ name, value }) => {
    const bar = '▇'.repeat(Math.round((value / highest) * room));
    return `  ${name.padEnd(8)} ${bar}${bar === '' ? '' : ' '}${value}`;
  });
  return [...wrapText(`${title}:`, width, ''), ...bars, ''];
}

/** The learning signals as one HTML file without scripts, that loads nothing. */
export function signalsFile(blocks: readonly ReportBlock[]): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
${toHtml(h('title', {}, signalsWords.title))}
<style>
${signalsStyle}
</style>
</head>
<body>
${toHtml(signalsPage(blocks))}
</body>
</html>
`;
}
