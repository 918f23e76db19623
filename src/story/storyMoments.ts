import type { Element, ElementContent } from 'hast';
import type { Moment, ReviewDocument } from '../core/reviews/review';
import { askLabel, copyLabel, storyWords } from '../core/wording/storyWords';
import { eachElement, h, lineOf } from './hast';

/** The elements that can be a moment, the best last where several come from one line. */
const bearers = ['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'span', 'dd', 'li', 'tr'];

/** The id of the element that tells a moment. */
export function momentId({ kind, line }: Pick<Moment, 'kind' | 'line'>): string {
  return kind === 'timeline' ? `moment-${line}` : saidId('', line);
}

/** The id of a line of a transcript; `file` is empty for the review's own text. */
export function saidId(file: string, line: number): string {
  return `said-${file}${line}`;
}

/** A line of a transcript that can be gone to. */
export interface SaidAt {
  readonly time: string;
  /** The id of its element. */
  readonly id: string;
}

/**
 * Makes the moments of the timeline steps that one can walk through, each with a button that copies a link to it, and a way to what was
 * said then, in the review's own transcript or in those beside it. The nodes themselves are changed; returns how many steps there are.
 */
export function markMoments(
  nodes: readonly ElementContent[],
  review: ReviewDocument,
  saidBeside: readonly SaidAt[],
): number {
  const wanted = new Map(review.moments.filter(({ kind }) => kind === 'timeline').map((each) => [each.line, each]));
  const found = new Map<Moment, Element>();
  eachElement(nodes, (element) => {
    const moment = wanted.get(lineOf(element) ?? 0);
    if (!moment || !bearers.includes(element.tagName)) return;
    const there = found.get(moment);
    if (!there || bearers.indexOf(element.tagName) >= bearers.indexOf(there.tagName)) found.set(moment, element);
  });
  const own = review.moments.filter(({ kind }) => kind === 'transcript');
  const said = [...own.map((each) => ({ time: each.time, id: momentId(each) })), ...saidBeside];
  for (const [moment, element] of found) mark(element, moment, saidAt(moment, said));
  return found.size;
}

function mark(element: Element, moment: Moment, said: SaidAt | undefined): void {
  Object.assign(element.properties, {
    id: momentId(moment),
    className: ['moment'],
    tabIndex: -1,
    dataPassage: moment.time,
  });
  const tools = [
    ...(said ? [h('a', { className: ['jump'], href: `#${said.id}` }, storyWords.inTranscript)] : []),
    copyButton(moment.time),
    askButton(moment.time, moment.line),
  ];
  const place = element.tagName === 'tr' ? element.children.findLast((each) => each.type === 'element') : element;
  if (place?.type === 'element') place.children.push(h('span', { className: ['tools'] }, ...tools));
}

/** A button that copies the link to a passage or moment. */
export function copyButton(passage: string): Element {
  const label = copyLabel(passage);
  return h('button', { type: 'button', className: ['copy'], dataCopy: passage, ariaLabel: label, title: label }, '#');
}

/** A button that asks a question about what came from a line. */
export function askButton(passage: string, line: number): Element {
  const label = askLabel(passage);
  return h(
    'button',
    { type: 'button', className: ['copy'], dataAsk: String(line), ariaLabel: label, title: label },
    '?',
  );
}

/** What was first said in the minute of a moment, or soon after. */
function saidAt({ time }: Moment, said: readonly SaidAt[]): SaidAt | undefined {
  const at = minuteOf(time);
  return said.find((each) => minuteOf(each.time) >= at && minuteOf(each.time) < at + 5);
}

/** The moment of the timeline that somebody spoke in: the last one not after it, within a quarter of an hour. */
export function momentAt(time: string, moments: readonly Moment[]): Moment | undefined {
  const at = minuteOf(time);
  return moments.findLast(
    (each) => each.kind === 'timeline' && minuteOf(each.time) <= at && at - minuteOf(each.time) < 15,
  );
}

function minuteOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
