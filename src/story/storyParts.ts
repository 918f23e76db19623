import type { Element, ElementContent } from 'hast';
import type { IndexedCitation } from '../core/citations/citationIndex';
import { readFrontMatter } from '../core/reviews/frontMatter';
import type { Material, ReviewDocument, ReviewField } from '../core/reviews/review';
import { wordsIn } from '../core/reviews/storyBlocks';
import { plainText } from '../core/text/plainText';
import { textLines } from '../core/text/textLine';
import { dateInWords } from '../core/wording/datesInWords';
import { readableSentence } from '../core/wording/readableSentence';
import { citedIn, fieldWords, moreOf, originWords, storyWords } from '../core/wording/storyWords';
import { visibleControls } from '../core/wording/visibleControls';
import { conversationToHast } from './conversationToHast';
import { h } from './hast';
import { reasonToRead } from './pathPart';
import type { ShownMaterial } from './storyContext';
import { drawing, type Linking, notShown, zoomable } from './storyLinks';
import { type SaidAt, saidId } from './storyMoments';
import type { StoryTargets } from './storyTargets';

/** A part that we add to a story, with its heading; nothing to show, no part. */
export interface AddedPart {
  readonly id: string;
  readonly heading: string;
  readonly nodes: readonly ElementContent[];
  /** Whether only its heading is seen at first. */
  readonly isFolded?: boolean;
}

/** What stands over a story: its id and title, when and where it happened, and who can tell more. */
export function storyHeader(linking: Linking): Element {
  const { review, targets } = linking;
  const { id, date, services, people } = review;
  const facts: [string, string][] = [
    [storyWords.when, date === undefined ? '' : dateInWords(date)],
    [storyWords.services, services.join(', ')],
    [storyWords.people, people.join(', ')],
  ];
  const pairs = facts.flatMap(([name, value]) => (value === '' ? [] : pair(name, value)));
  return h(
    'header',
    {},
    h('p', { className: ['id'] }, id),
    h('h1', { tabIndex: -1 }, shownTitle(review)),
    reasonToRead(linking),
    pairs.length === 0 ? undefined : h('dl', { className: ['facts'] }, ...pairs),
    h(
      'p',
      { className: ['actions'] },
      targets.a({ kind: 'source' }, storyWords.openSource),
      targets.a({ kind: 'page' }, storyWords.openAsPage),
    ),
    review.isTruncated ? tooLong(targets) : undefined,
  );
}

/** The title without what stands above it anyway; as the document says it where more would be lost. */
function shownTitle({ id, rawTitle, title }: ReviewDocument): string {
  const isWhole = wordsIn(rawTitle).join(' ') === wordsIn(`${id} ${title}`).join(' ');
  return (isWhole ? title : rawTitle) || id;
}

/** What is said where a document is longer than what is read of it. */
export function tooLong(targets: StoryTargets): Element {
  return h(
    'p',
    { className: ['note'] },
    `${storyWords.tooLong} `,
    targets.a({ kind: 'source' }, storyWords.openSource),
  );
}

/** What a review has beyond its text, each shown as far as it can be. */
export function materialsPart(linking: Linking): AddedPart {
  const { materials } = linking.context;
  const nodes = materials.map((each, index) =>
    h('li', { className: [each.material.kind] }, ...materialNodes(each, index, linking)),
  );
  return {
    id: 'materials',
    heading: storyWords.materials,
    nodes: nodes.length === 0 ? [] : [h('ul', { className: ['gallery'] }, ...nodes)],
  };
}

function materialNodes(
  shown: ShownMaterial,
  index: number,
  { review, context, targets, conversations }: Linking,
): ElementContent[] {
  const { material, state, text } = shown;
  const name = material.title ?? nameOf(material);
  if (state === 'remote') return [h('a', { href: material.path, title: material.path }, name)];
  if (state !== 'there') return [h('p', { className: ['missing'] }, visibleControls(`${name} (${notShown(state)})`))];
  const inText = /#L(\d{1,7})$/.exec(material.path)?.[1];
  if (inText !== undefined) return [h('a', { href: `#drawing-${inText}` }, name)];
  const opens = targets.a({ kind: 'file', path: material.path }, name);
  const address = context.pictures.get(material.path)?.address;
  if (address !== undefined) return [zoomable(address, material.title ?? '', material.path), h('p', {}, opens)];
  if (text === undefined) return [opens];
  if (material.kind !== 'transcript') return [h('p', {}, opens), drawing(text)];
  const turns = conversations.get(index);
  const body = turns ? conversationToHast(turns, review.moments, `${index}-`) : h('pre', { tabIndex: 0 }, text);
  return [h('details', {}, h('summary', {}, transcriptName(material)), h('p', {}, opens), body)];
}

/** What was said in the transcripts beside a review, each line with the id of its element. */
export function saidBeside({ conversations }: Linking): readonly SaidAt[] {
  return [...conversations].flatMap(([index, turns]) =>
    turns.flatMap(({ said }) =>
      said.flatMap(({ time, line }) => (time === undefined ? [] : [{ time, id: saidId(`${index}-`, line) }])),
    ),
  );
}

function transcriptName(material: Material): string {
  const name = nameOf(material);
  return name.toLowerCase().startsWith('transcript') ? storyWords.transcript : `${storyWords.transcript}: ${name}`;
}

function nameOf({ path }: Material): string {
  return path.slice(path.lastIndexOf('/') + 1) || path;
}

/** The reviews that this one names, with the sentence that does, and those it points to. */
export function relatedPart({ context, targets }: Linking): AddedPart {
  const named = context.named.first;
  const items = named.map(({ review, sentence, line }) =>
    h(
      'li',
      {},
      h('p', {}, targets.a({ kind: 'story', key: review.key, id: review.id }, storyName(review))),
      sentence === ''
        ? undefined
        : h(
            'blockquote',
            {},
            visibleControls(plainText(sentence)),
            ' ',
            targets.a({ kind: 'source', line }, originWords('', line).replace(/^, /, '')),
          ),
    ),
  );
  const others = context.pointedTo
    .filter(({ key, id }) => !named.some(({ review }) => review.key === key && review.id === id))
    .map((review) =>
      h('li', {}, h('p', {}, targets.a({ kind: 'story', key: review.key, id: review.id }, storyName(review)))),
    );
  const all = [...items, ...others];
  return {
    id: 'related',
    heading: storyWords.related,
    nodes: all.length === 0 ? [] : [h('ul', { className: ['places'] }, ...all)],
  };
}

function storyName({ id, title }: { readonly id: string; readonly title: string }): string {
  return title === '' || title === id ? id : `${id} · ${title}`;
}

/** So many places are listed; who wants all of them asks for the references. */
const mostCitations = 100;

/** Longer sentences are cut, in visible characters. */
const longestSentence = 400;

/** Where a story shows up: the sentences that cite it, by the kind of place. */
export function citedByPart({ review, context, targets }: Linking): AddedPart {
  const { citations, gathering } = context;
  const told = onePerSentence(citations);
  const shown = told.slice(0, mostCitations);
  const groups = [...new Set(shown.map(({ citation }) => citedIn(citation.kind)))];
  const nodes: ElementContent[] = groups.flatMap((group) => [
    h('h3', {}, group),
    h(
      'ul',
      { className: ['places'] },
      ...shown
        .filter(({ citation }) => citedIn(citation.kind) === group)
        .map(({ file, citation }) => {
          const { path, line, passage } = citation;
          return h(
            'li',
            {},
            h(
              'p',
              {},
              targets.a({ kind: 'place', key: file, line }, `${path}:${line}`),
              passage === undefined ? undefined : ` · ${headingOf(review, passage)}`,
            ),
            h('blockquote', {}, readableSentence(citation, longestSentence)),
          );
        }),
    ),
  ]);
  const words = [
    told.length > shown.length ? moreOf(told.length - shown.length) : undefined,
    gathering === 'waiting' || gathering === 'gathering'
      ? storyWords.stillLooking
      : gathering === 'stopped'
        ? storyWords.notAllLooked
        : citations.length === 0
          ? storyWords.nobodyCites
          : undefined,
  ];
  for (const each of words) if (each !== undefined) nodes.push(h('p', { className: ['quiet'] }, each));
  const { citedSince } = context;
  if (citedSince !== undefined) nodes.unshift(h('p', { className: ['since'] }, citedSince));
  return { id: 'cited', heading: storyWords.citedBy, nodes };
}

/** What stands over a passage, as people read it; a moment, and a passage that is not there, as it is cited. */
function headingOf({ sections }: ReviewDocument, passage: string): string {
  return sections.find((each) => each.passage === passage)?.heading ?? passage;
}

/** A link names a review by its words and by its target: the sentence that cites it is told once. */
function onePerSentence(citations: readonly IndexedCitation[]): readonly IndexedCitation[] {
  const nameOf = ({ file, citation: { line, sentence } }: IndexedCitation) => `${file}:${line} ${sentence}`;
  return [...new Map(citations.map((each) => [nameOf(each), each] as const).reverse()).values()].reverse();
}

/** How each field was found, by rule and line, and what the document says of itself: its head as it stands, or `told`. */
export function originsPart({ review, targets }: Linking, told: readonly ElementContent[]): AddedPart {
  const fields = Object.entries(review.origins).map(([field, { rule, line }]) => [
    h('dt', {}, fieldWords[field as ReviewField]),
    h(
      'dd',
      {},
      line === undefined ? originWords(rule, undefined) : targets.a({ kind: 'source', line }, originWords(rule, line)),
    ),
  ]);
  const head = headOf(review);
  const nodes = [
    h('dl', { className: ['facts'] }, ...fields.flat()),
    ...(head === '' && told.length === 0 ? [] : [h('h3', {}, storyWords.head)]),
    ...(head === '' ? [] : [h('pre', { tabIndex: 0 }, head)]),
    ...told,
  ];
  return {
    id: 'origins',
    heading: storyWords.origins,
    isFolded: true,
    nodes,
  };
}

/** The front matter as it stands. */
function headOf({ text, format, startsAt }: ReviewDocument): string {
  if (startsAt || format === 'yaml' || format === 'json') return '';
  const lines = textLines(text);
  return lines
    .slice(0, readFrontMatter(lines).lineCount)
    .map((line) => line.text)
    .join('\n')
    .trim();
}

function pair(name: string, value: string): Element[] {
  return [h('dt', {}, name), h('dd', {}, visibleControls(value))];
}
