import * as vscode from 'vscode';
import type { FoundCitation } from '../core/citations/citation';
import type { ReviewDocument } from '../core/reviews/review';
import { type Card, card } from '../core/wording/card';
import { cardMarkdown, citedMarkdown, withoutCited } from '../core/wording/cardMarkdown';
import { citationCard } from '../core/wording/citationCard';
import { citationName } from '../core/wording/citationName';
import type { PlaceShown } from '../core/wording/citingSentences';
import { dateInWords } from '../core/wording/datesInWords';
import { escapeMarkdown } from '../core/wording/escapeMarkdown';
import { shortLine } from '../core/wording/shortLine';
import type { NotThen } from './codeThen';
import { commandLink } from './commands';
import { liesInSource } from './liesInSource';
import type { LiveLibrary } from './liveLibrary';
import { fileSystemOf, imageUri, toKey } from './places';
import { setting } from './settings';
import type { WorkspaceCitations } from './workspaceCitations';

/** What a card asks about the places that cite its review. */
export type CitedPlaces = Pick<WorkspaceCitations, 'sentencesOn' | 'isCitedElsewhere' | 'isInPart'>;

/** The commands that a card's own line may run, and no others. */
const enabledCommands = [
  'precedent.openReview',
  'precedent.openReviewBeside',
  'precedent.openStory',
  'precedent.openAsOf',
  'precedent.copyCitation',
  'precedent.findCitations',
  'precedent.search',
];

/** Behind so many paragraphs, the 250 pixels of a hover would show the upper edge of an image. */
const tooManyForImage = 3;

/**
 * The card of a review as Markdown, for hovers and tooltips: what the review says, without trust, our own line of
 * actions, and the first image where it can be shown.
 *
 * The text comes from a review and may run nothing; only the line of actions may run our commands.
 */
export async function reviewMarkdown(
  review: ReviewDocument,
  workspace: CitedPlaces,
  passage?: string,
): Promise<vscode.MarkdownString[]> {
  const text = cardOf(review, workspace, passage);
  return [words(text), line(actionsOn(review, passage, workspace)), ...(await image(text, review))];
}

/** What the card of a review says, without actions or image. */
export function reviewText(review: ReviewDocument, workspace: CitedPlaces, passage?: string): vscode.MarkdownString {
  return words(cardOf(review, workspace, passage));
}

/** The file in which a citation stands, and whether it can be shown as it was when a review happened: nothing where there is no question of it. */
export interface FileNow {
  readonly uri: vscode.Uri;
  /** Whether VS Code shows a finding beside the card that says that no review has the id, and which are closest. */
  readonly isReported: boolean;
  readonly asItWas: (review: ReviewDocument) => Promise<NotThen | 'mayShow' | undefined>;
}

/** The card of what a citation names: its review, all reviews that claim the id, or that there is none and what is closest. */
export async function citationMarkdown(
  citation: FoundCitation,
  library: LiveLibrary,
  workspace: CitedPlaces,
  here: FileNow,
): Promise<vscode.MarkdownString[]> {
  const place = { file: toKey(here.uri), start: citation.start };
  const { reviews, passage } = citation;
  const [review] = reviews;
  if (!review && library.isReading) return readingMarkdown();
  const closest = review ? [] : library.known.closest(citation.id, 3);
  const text = citationCard(citation, {
    sections: setting('precedent.hover.sections'),
    citedBy: workspace.sentencesOn(reviews, place),
    isCitedInPart: workspace.isInPart,
    closest: [], // named below, as links
    searched: library.library.sources.map(({ path }) => path),
    isReported: here.isReported,
  });
  if (!review) return [words(text), line(actionsWithout(closest, here.isReported))];
  if (reviews.length === 1) {
    const told = withoutCited(text);
    const picture = told.paragraphs.length < tooManyForImage ? await image(text, review) : [];
    const actions = line([...actionsOn(review, passage, workspace, place), ...(await asItWas(review, here))]);
    return [words(told), actions, ...picture, ...cited(text)];
  }
  return [
    words(text),
    ...reviews.slice(0, 4).map((each) => line([shortPath(each), ...actionsOn(each, passage, workspace, place)])),
  ];
}

/** What to say while nothing can be said yet. */
export function readingMarkdown(): vscode.MarkdownString[] {
  return [new vscode.MarkdownString(vscode.l10n.t('Precedent · reading the reviews…'))];
}

function cardOf(review: ReviewDocument, workspace: CitedPlaces, passage: string | undefined): Card {
  const sections = setting('precedent.hover.sections');
  return card(review, {
    sections,
    citedBy: workspace.sentencesOn([review]),
    isCitedInPart: workspace.isInPart,
    ...(passage === undefined ? {} : { passage }),
  });
}

function words(text: Card): vscode.MarkdownString {
  return new vscode.MarkdownString(cardMarkdown(text));
}

/** Where a review is cited comes behind the actions, as the image does, and for the same reason. */
function cited(text: Card): vscode.MarkdownString[] {
  const told = citedMarkdown(text);
  return told === '' ? [] : [new vscode.MarkdownString(told)];
}

/** The image comes last: VS Code shows 250 pixels of a hover at first, and nobody should have to scroll for the actions. */
async function image(text: Card, review: ReviewDocument): Promise<vscode.MarkdownString[]> {
  const uri = text.image && imageUri(review, text.image.path);
  if (!text.image || !uri || !(await isImageOf(review, uri))) return [];
  return [new vscode.MarkdownString(`![${escapeMarkdown(text.image.alt)}](${uri.toString()}|height=160)`)];
}

/** Whether it is a regular file that really lies in the source: VS Code follows links wherever they lead. */
async function isImageOf(review: ReviewDocument, uri: vscode.Uri): Promise<boolean> {
  const key = toKey(uri);
  return (await fileSystemOf(key).stat(key)) !== undefined && (await liesInSource(uri, review)) === true;
}

function actionsOn(
  review: ReviewDocument,
  passage: string | undefined,
  workspace: CitedPlaces,
  place?: PlaceShown,
): string[] {
  const name = citationName(review.id, passage);
  return [
    link(vscode.l10n.t('Open'), commandLink('precedent.openReview', name, review.key)),
    link(vscode.l10n.t('Beside'), commandLink('precedent.openReviewBeside', name, review.key)),
    link(vscode.l10n.t('Story'), commandLink('precedent.openStory', name, review.key)),
    link(vscode.l10n.t('Copy Citation'), commandLink('precedent.copyCitation', name)),
    ...(workspace.isCitedElsewhere(review, place)
      ? [link(vscode.l10n.t('Where It Is Cited'), commandLink('precedent.findCitations', review.id, review.key))]
      : []),
  ];
}

async function asItWas(review: ReviewDocument, then: FileNow): Promise<string[]> {
  const { id, key, date } = review;
  const offered = date === undefined ? undefined : await then.asItWas(review);
  if (date === undefined || offered === undefined) return [];
  const label = vscode.l10n.t('This File as of {0}', dateInWords(date));
  // Without a link, as what cannot be chosen is elsewhere.
  if (offered !== 'mayShow') return [escapeMarkdown(`${label}: ${offered.reason}`)];
  return [link(escapeMarkdown(label), commandLink('precedent.openAsOf', id, key, then.uri.toString()))];
}

function actionsWithout(closest: readonly string[], isReported: boolean): string[] {
  const links = closest.map((id) => link(escapeMarkdown(shortLine(id, 40)), commandLink('precedent.openReview', id)));
  const lead = isReported ? vscode.l10n.t('Open:') : vscode.l10n.t('Closest:');
  return [
    ...(links.length === 0 ? [] : [`**${lead}** ${links.join(', ')}`]),
    link(vscode.l10n.t('Search Reviews…'), commandLink('precedent.search')),
  ];
}

function shortPath({ path }: ReviewDocument): string {
  return escapeMarkdown(shortLine(path, 120));
}

function link(label: string, target: string): string {
  return `[${label}](${target})`;
}

/** Our own line, the only text that may run commands. What it quotes has to be escaped. */
function line(parts: readonly string[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString(parts.join(' · '));
  text.isTrusted = { enabledCommands };
  return text;
}
