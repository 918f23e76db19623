import * as vscode from 'vscode';
import type { Material, SectionKind } from '../core/reviews/review';
import { dateInWords } from '../core/wording/datesInWords';
import { escapeIcons } from '../core/wording/escapeIcons';
import { shortLine } from '../core/wording/shortLine';
import { toUri } from '../host/places';
import { shownCount } from '../host/shownCount';
import type {
  GroupNode,
  LibraryNode,
  MaterialNode,
  MoreNode,
  PassageNode,
  ProblemNode,
  ProblemsNode,
  QuoteNode,
  ReviewNode,
} from './libraryNode';
import { materialUri } from './libraryPlaces';
import { mayUnfold } from './libraryRows';
import { beginsWithId, shortDate, shortDescription } from './shortDescription';

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** How a row looks, and what a click on it opens. The tooltip of a review is its card, made when it is asked for. */
export function libraryItem(node: LibraryNode): vscode.TreeItem {
  const item = itemOf(node);
  item.id = node.id;
  return item;
}

function itemOf(node: LibraryNode): vscode.TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node);
    case 'more':
      return moreItem(node);
    case 'review':
      return reviewItem(node);
    case 'quote':
      return quoteItem(node);
    case 'passage':
      return passageItem(node);
    case 'material':
      return materialItem(node);
    case 'problems':
      return problemsItem(node);
    case 'problem':
      return problemItem(node);
  }
}

function groupItem({ label, isExpanded }: GroupNode): vscode.TreeItem {
  const item = new vscode.TreeItem(safe(label), isExpanded ? Expanded : Collapsed);
  item.contextValue = 'group';
  return item;
}

function moreItem({ group }: MoreNode): vscode.TreeItem {
  const item = new vscode.TreeItem(
    vscode.l10n.t('Show more ({0} left)', shownCount(group.reviews.length - group.shown)),
    None,
  );
  item.contextValue = 'more';
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  return item;
}

function reviewItem(node: ReviewNode): vscode.TreeItem {
  const { review, quotes, isYearKnown, isAlone } = node;
  const title = safe(review.title || review.id);
  const begins = beginsWithId(review);
  const label = begins ? `${safe(review.id)} ${title}` : title;
  const item = new vscode.TreeItem(label, quotes.length > 0 ? Expanded : mayUnfold(node) ? Collapsed : None);
  item.contextValue = 'review';
  item.description = safe(begins ? shortDate(review, isYearKnown) : shortDescription(review, isYearKnown));
  item.iconPath = new vscode.ThemeIcon(review.isDraft ? 'edit' : 'book');
  item.accessibilityInformation = {
    label: [
      title,
      safe(review.id),
      review.date === undefined ? '' : dateInWords(review.date),
      review.isDraft ? vscode.l10n.t('draft') : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  };
  // A review that is alone in its file opens where its reader left it; of several in a file, the one that is meant.
  item.command = open(toUri(review.key), isAlone() ? undefined : (review.startsAt?.line ?? review.origins.title?.line));
  return item;
}

function quoteItem({ quote, parent }: QuoteNode): vscode.TreeItem {
  const text = safe(quote.text);
  const item = new vscode.TreeItem(text, None);
  item.contextValue = 'quote';
  item.iconPath = new vscode.ThemeIcon('quote');
  item.tooltip = text;
  item.accessibilityInformation = { label: text };
  item.command = open(toUri(parent.review.key), quote.line);
  return item;
}

/** What helps a reader to find the story among the headings; the rest looks alike. */
const iconOfSection: Readonly<Partial<Record<SectionKind, string>>> = {
  surprises: 'lightbulb',
  difficulties: 'compass',
  timeline: 'history',
  people: 'person',
  transcript: 'comment-discussion',
};

function passageItem({ section, review, inner }: PassageNode): vscode.TreeItem {
  const item = new vscode.TreeItem(safe(section.heading), inner.length > 0 ? Collapsed : None);
  item.contextValue = 'passage';
  item.iconPath = new vscode.ThemeIcon(iconOfSection[section.kind] ?? 'list-flat');
  item.command = open(toUri(review.key), section.line);
  return item;
}

const iconOfMaterial: Readonly<Record<Material['kind'], string>> = {
  image: 'file-media',
  diagram: 'type-hierarchy',
  transcript: 'comment-discussion',
  document: 'file',
  link: 'link-external',
};

function materialItem({ material, review }: MaterialNode): vscode.TreeItem {
  const name = material.path.split('/').at(-1) ?? material.path;
  const title = material.title ?? (material.kind === 'link' ? material.path : name);
  const item = new vscode.TreeItem(safe(title), None);
  item.contextValue = 'material';
  if (title !== name && material.kind !== 'link') item.description = safe(name);
  item.iconPath = new vscode.ThemeIcon(iconOfMaterial[material.kind]);
  item.tooltip = safe(material.path);
  // Without it, a screen reader would be told the tooltip in place of the label.
  item.accessibilityInformation = { label: [safe(title), kinds()[material.kind]].join(', ') };
  const uri = materialUri(material, review);
  if (uri) item.command = open(uri);
  return item;
}

/** How kinds of materials are called. */
function kinds(): Readonly<Record<Material['kind'], string>> {
  return {
    image: vscode.l10n.t('image'),
    diagram: vscode.l10n.t('diagram'),
    transcript: vscode.l10n.t('transcript'),
    document: vscode.l10n.t('document'),
    link: vscode.l10n.t('link'),
  };
}

function problemsItem({ problems }: ProblemsNode): vscode.TreeItem {
  const label = problems.some(({ isReadInPart }) => isReadInPart)
    ? vscode.l10n.t('Not read in full ({0})', shownCount(problems.length))
    : vscode.l10n.t('Could not be read ({0})', shownCount(problems.length));
  const item = new vscode.TreeItem(label, Collapsed);
  item.contextValue = 'problems';
  item.iconPath = new vscode.ThemeIcon('warning');
  return item;
}

function problemItem({ finding, uri }: ProblemNode): vscode.TreeItem {
  const item = new vscode.TreeItem(safe(finding.path.split('/').at(-1) ?? finding.path), None);
  item.contextValue = 'problem';
  item.description = safe(finding.message);
  item.tooltip = `${safe(finding.path)}${finding.line === undefined ? '' : `:${finding.line}`}\n${whole(finding.message)}`;
  item.accessibilityInformation = { label: `${safe(finding.path)}: ${whole(finding.message)}` };
  if (uri) item.command = open(uri, finding.line);
  return item;
}

/**
 * VS Code's own command, given as it is: it knows whether a row was clicked once, twice or with Ctrl, and so opens a preview
 * and leaves the focus in the list, as the Explorer does. For links, it asks before it leaves the editor.
 */
function open(uri: vscode.Uri, line?: number): vscode.Command {
  const options: vscode.TextDocumentShowOptions | undefined =
    line === undefined ? undefined : { selection: new vscode.Range(line - 1, 0, line - 1, 0) };
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: options ? [uri, options] : [uri] };
}

function safe(text: string): string {
  return escapeIcons(shortLine(text, 300));
}

/** What is to be read to its end, in a tooltip or aloud. */
function whole(text: string): string {
  return escapeIcons(shortLine(text, 2000));
}
