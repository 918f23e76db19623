import type { Element, ElementContent } from 'hast';
import type { Said, Turn } from '../core/reviews/conversation';
import type { Moment } from '../core/reviews/review';
import { type InlinePart, inlineParts } from '../core/text/inlineParts';
import { storyWords } from '../core/wording/storyWords';
import { h } from './hast';
import { momentAt, momentId, saidId } from './storyMoments';

/**
 * A transcript as a conversation: each speaker once per turn, times beside the words, each a way to the moment of the timeline in which
 * it was said. `file` tells the files of transcripts apart; it is empty for the review's own text, whose lines can be gone to.
 */
export function conversationToHast(turns: readonly Turn[], moments: readonly Moment[], file: string): Element {
  return h(
    'div',
    { className: ['conversation'] },
    ...turns.map(({ who, said }) =>
      h(
        'div',
        { className: ['turn'] },
        ...(who === '' ? [] : [h('p', { className: ['who'] }, who)]),
        ...said.map((each) => line(each, moments, file)),
      ),
    ),
  );
}

function line({ time, words, line: at }: Said, moments: readonly Moment[], file: string): Element {
  const moment = time === undefined ? undefined : momentAt(time, moments);
  const shown =
    time === undefined || !moment
      ? time
      : h('a', { href: `#${momentId(moment)}`, title: `${storyWords.inTimeline}: ${moment.time}` }, time);
  return h(
    'p',
    {
      className: ['said'],
      id: saidId(file, at),
      ...(file === '' ? { dataLine: at } : {}),
      ...(file === '' && time !== undefined ? { dataPassage: time } : {}),
    },
    ...(shown === undefined ? [] : [h('span', { className: ['time'] }, shown), ' ']),
    ...inlineParts(words, 'none').map(partToHast),
  );
}

function partToHast(part: InlinePart): ElementContent {
  if (part.kind === 'link') return h('a', { href: part.target, title: part.target }, part.target);
  return { type: 'text', value: part.kind === 'text' ? part.text : '' };
}
