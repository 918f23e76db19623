import type { Element, ElementContent } from 'hast';
import { h } from '../text/element';
import { oneLine } from './oneLine';
import { signalsPlot } from './signalsPlot';
import type { ReportBlock, ReportPart, ReportTarget } from './signalsReport';
import { signalsWords } from './signalsWords';

/** How a page is made. */
export interface PageOptions {
  /** The number under which a page asks to open something; absent where nothing can be opened from it. */
  readonly numberOf?: (target: ReportTarget) => number;
  /** What stands beside the title: buttons. */
  readonly tools?: readonly Element[];
}

/** The page of learning signals as a tree, to be serialized; text in it is text. */
export function signalsPage(blocks: readonly ReportBlock[], { numberOf, tools = [] }: PageOptions = {}): Element {
  const children = blocks.map((block, at) => blockOf(block, `plot-${at}`, numberOf));
  return h('main', {}, h('header', {}, h('h1', {}, signalsWords.title), ...tools), ...children);
}

function blockOf(block: ReportBlock, name: string, numberOf: PageOptions['numberOf']): ElementContent {
  switch (block.kind) {
    case 'heading':
      return h('h2', {}, block.text);
    case 'text':
      return h('p', {}, block.text);
    case 'plot':
      return signalsPlot(block.plot, name);
    case 'list':
      return h(
        'ul',
        {},
        ...block.items.map((parts) => h('li', {}, ...parts.map((part) => partOf(part, numberOf)))),
        block.more === undefined ? undefined : h('li', { className: ['more'] }, block.more),
      );
  }
}

function partOf({ kind, text, target }: ReportPart, numberOf: PageOptions['numberOf']): ElementContent | string {
  // Blanks at the ends of our own words are to stay.
  const words = kind === 'plain' ? text : oneLine(text);
  if (target && numberOf) return h('a', { href: '#', dataTarget: String(numberOf(target)) }, words);
  switch (kind) {
    case 'plain':
      return words;
    case 'quote':
      return h('q', {}, words);
    case 'place':
      return h('code', {}, words);
    case 'when':
      return h('time', {}, words);
    case 'name':
      return h('strong', {}, words);
  }
}

/** How the page looks: in the editor as its theme says, elsewhere in the colours of whoever reads it, light or dark. */
export const signalsStyle = `:root { color-scheme: light dark; }
body {
  margin: 0; padding: 0 24px 48px;
  color: var(--vscode-foreground, CanvasText); background: var(--vscode-editor-background, Canvas);
  font-family: var(--vscode-font-family, system-ui, sans-serif); font-size: var(--vscode-font-size, 15px); line-height: 1.5;
}
main { max-width: 46rem; margin: 0 auto; }
header { display: flex; align-items: baseline; justify-content: space-between; gap: 16px; flex-wrap: wrap; }
h1 { font-size: 1.7em; font-weight: 600; margin: 24px 0 8px; }
h2 { font-size: 1.25em; font-weight: 600; margin: 32px 0 8px; }
p { margin: 8px 0; }
ul { margin: 8px 0; padding-left: 20px; }
li { margin: 6px 0; overflow-wrap: anywhere; }
a { color: var(--vscode-textLink-foreground, LinkText); }
a:focus-visible, button:focus-visible, summary:focus-visible { outline: 1px solid var(--vscode-focusBorder, currentColor); outline-offset: 2px; }
code { font-family: var(--vscode-editor-font-family, ui-monospace, monospace); font-size: 0.92em; }
q { font-style: italic; }
time, .more, figcaption { color: var(--vscode-descriptionForeground, inherit); }
time { white-space: nowrap; font-style: normal; }
figure { margin: 16px 0; }
figcaption { margin-bottom: 4px; }
svg { display: block; width: 100%; height: auto; color: inherit; }
svg text { fill: currentColor; font: 12px var(--vscode-font-family, system-ui, sans-serif); }
svg .bar { fill: currentColor; opacity: 0.72; }
svg line { stroke: currentColor; opacity: 0.5; }
summary { cursor: pointer; width: max-content; }
table { border-collapse: collapse; margin: 8px 0; }
th, td { text-align: left; font-weight: inherit; padding: 2px 24px 2px 0; }
td { text-align: right; font-variant-numeric: tabular-nums; }
button { font: inherit; color: var(--vscode-button-secondaryForeground, ButtonText); background: var(--vscode-button-secondaryBackground, ButtonFace);
  border: 1px solid var(--vscode-button-border, transparent); border-radius: 2px; padding: 3px 10px; cursor: pointer; }
@media (forced-colors: active) { svg .bar { opacity: 1; } }
@media print { details, button { display: none; } }`;
