import type { Element } from 'hast';
import { stepName } from '../core/learning/pathProgress';
import type { ReadingPath, Step } from '../core/learning/readingPath';
import { citationName } from '../core/wording/citationName';
import { alsoOnPath, onPath, storyWords } from '../core/wording/storyWords';
import { visibleControls } from '../core/wording/visibleControls';
import { h } from './hast';
import type { Linking } from './storyLinks';
import type { StoryTarget } from './storyTargets';

/** Why the path that the reader follows has them read this; nothing where it is on none, or does not say. */
export function reasonToRead({ context: { followed } }: Linking): Element | undefined {
  if (!followed) return undefined;
  const { path, step } = followed;
  const on = visibleControls(onPath(path.title));
  return h('p', { className: ['reason'] }, step.why === '' ? on : `${on}: ${visibleControls(step.why)}`);
}

/** The way on: the steps before and behind on the path that the reader follows, and other paths that pass here; nothing where there are none. */
export function wayOn({ context: { followed, paths }, targets }: Linking): Element | undefined {
  if (!followed && paths.length === 0) return undefined;
  const others = paths.map(({ path, step }) =>
    h('p', {}, targets.a(targetOf(path, step), visibleControls(alsoOnPath(path.title)))),
  );
  if (!followed) return h('nav', { className: ['way'], ariaLabel: storyWords.wayOn }, ...others);
  const { path, step: here, previous, next } = followed;
  const card = (step: Step, word: string, isNext: boolean) =>
    h(
      'a',
      {
        ...targets.link(targetOf(path, step, isNext ? stepName(here) : undefined)),
        className: [isNext ? 'step-next' : 'step-before'],
      },
      h('span', { className: ['word'] }, word),
      h('strong', {}, visibleControls(titleOf(step))),
      step.why === '' ? undefined : h('span', {}, visibleControls(step.why)),
    );
  return h(
    'nav',
    { className: ['way'], ariaLabel: storyWords.wayOn },
    h('p', {}, visibleControls(onPath(path.title)), next ? undefined : `. ${storyWords.pathEnd}`),
    h(
      'div',
      { className: ['steps'] },
      previous && card(previous, storyWords.stepBefore, false),
      next && card(next, storyWords.stepNext, true),
    ),
    ...others,
  );
}

function targetOf({ key: path }: ReadingPath, { id, passage, reviews }: Step, leaves?: string): StoryTarget {
  const step = { path, citation: citationName(id, passage), key: reviews[0]?.key ?? '' };
  return { kind: 'step', ...step, ...(leaves === undefined ? {} : { leaves }) };
}

function titleOf({ id, reviews: [review] }: Step): string {
  return review && review.title !== '' && review.title !== id ? `${id} · ${review.title}` : id;
}
