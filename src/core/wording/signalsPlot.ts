import type { Element } from 'hast';
import { h } from '../text/element';
import type { ReportPlot } from './signalsReport';
import { signalsWords } from './signalsWords';

/** Of the drawing, in its own units; it is as wide as the page lets it be. */
const width = 640;
const height = 140;
const left = 8;
const top = 22;
const bottom = 24;

/**
 * Numbers over time as a small drawing of bars, in the colour of the text around it, with the same numbers as a table below. The first bar, the last one and the
 * highest one say their number.
 */
export function signalsPlot({ title, sentence, points }: ReportPlot, name: string): Element {
  const highest = Math.max(1, ...points.map(({ value }) => value));
  const step = (width - 2 * left) / Math.max(1, points.length);
  const barWidth = Math.min(36, step * 0.72);
  const base = height - bottom;
  const tallest = points.findIndex(({ value }) => value === highest);
  const bars = points.map(({ words, value }, at) => {
    const tall = (value / highest) * (base - top);
    const middle = left + step * (at + 0.5);
    const isTold = at === 0 || at === points.length - 1 || at === tallest;
    return h(
      'g',
      {},
      h('title', {}, `${words}: ${value}`),
      h('rect', {
        className: ['bar'],
        x: round(middle - barWidth / 2),
        y: round(base - tall),
        width: round(barWidth),
        height: round(tall),
        rx: '1.5',
      }),
      isTold
        ? h('text', { x: round(middle), y: round(base - tall - 6), textAnchor: 'middle' }, String(value))
        : undefined,
    );
  });
  const first = points[0];
  const last = points.at(-1);
  return h(
    'figure',
    {},
    h('figcaption', {}, title),
    h(
      'svg',
      {
        viewBox: `0 0 ${width} ${height}`,
        role: 'img',
        ariaLabelledBy: [`${name}-title`, `${name}-sentence`],
        xmlns: 'http://www.w3.org/2000/svg',
      },
      h('title', { id: `${name}-title` }, title),
      h('desc', { id: `${name}-sentence` }, sentence),
      ...bars,
      h('line', { x1: '0', x2: round(width), y1: round(base + 0.5), y2: round(base + 0.5) }),
      first && h('text', { x: round(left), y: round(height - 6) }, first.name),
      last && points.length > 1
        ? h('text', { x: round(width - left), y: round(height - 6), textAnchor: 'end' }, last.name)
        : undefined,
    ),
    h(
      'details',
      {},
      h('summary', {}, signalsWords.asTable),
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, signalsWords.period),
            h('th', { scope: 'col' }, signalsWords.citations),
          ),
        ),
        h(
          'tbody',
          {},
          ...points.map(({ words, value }) =>
            h('tr', {}, h('th', { scope: 'row' }, words), h('td', {}, String(value))),
          ),
        ),
      ),
    ),
  );
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
