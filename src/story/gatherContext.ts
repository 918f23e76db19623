import type * as vscode from 'vscode';
import { codePlaces } from '../core/citations/codePlaces';
import { namedReviews } from '../core/citations/namedReviews';
import { pathAround } from '../core/learning/pathAround';
import { reviewOfNote } from '../core/reviews/marginNote';
import type { Material, ReviewDocument } from '../core/reviews/review';
import { liesInSource } from '../host/liesInSource';
import { fileSystemOf, fileUri, toKey, toUri } from '../host/places';
import { readDocument } from '../indexing/readDocument';
import type { Narrative } from './narrative';
import type { FileState, ShownMaterial, StoryContext } from './storyContext';
import { picturesIn } from './storyLinks';
import type { StoryServices } from './storyServices';

/** So many names of files are looked up, and so many materials. */
const most = 200;

/**
 * Asks the library, the workspace and the disk what the page of a story needs; images get an address where there is a `webview`. Without
 * one it is for somebody else: nothing of the reader's own is in it.
 */
export async function gatherContext(
  review: ReviewDocument,
  narrative: Narrative,
  services: StoryServices,
  webview: vscode.Webview | undefined,
): Promise<StoryContext> {
  const { library, citations } = services;
  const files = review.materials.slice(0, most);
  const paths = [
    ...new Set([
      ...picturesIn(
        narrative.parts.flatMap(({ nodes }) => nodes),
        review,
      ),
      ...files.filter(isPicture).map(({ path }) => path),
    ]),
  ];
  const pictures = await Promise.all(
    paths.slice(0, most).map(async (path) => [path, await pictureAt(path, review, webview)] as const),
  );
  return {
    pictures: new Map(pictures),
    materials: await Promise.all(files.map((material) => shown(material, review))),
    named: namedReviews(review, library.known),
    pointedTo: review.related.flatMap((id) => library.library.get(id)).filter(({ key }) => key !== review.key),
    codePlaces: new Map(await placesIn(review)),
    citations: citations.of(review),
    gathering: citations.state,
    ...(webview ? ownOf(review, services) : { notes: [], paths: [] }),
  };
}

/** So many paths are offered at the end of a story. */
const mostPaths = 3;

/** What is the reader's own: questions, and where they are on paths. */
function ownOf(
  review: ReviewDocument,
  { library, paths, notes }: StoryServices,
): Pick<StoryContext, 'notes' | 'followed' | 'paths'> {
  const { begun } = paths;
  const followed = begun && pathAround(begun.path, review, begun.at);
  const others = paths.written
    .filter(({ key }) => key !== followed?.path.key)
    .flatMap((each) => pathAround(each, review, '') ?? []);
  return {
    notes: notes.all.filter((note) => reviewOfNote(note, library.library) === review),
    ...(followed ? { followed } : {}),
    paths: others.slice(0, mostPaths),
  };
}

function isPicture({ path }: Material): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|bmp|svg)$/i.test(path);
}

async function pictureAt(path: string, review: ReviewDocument, webview: vscode.Webview | undefined) {
  const uri = pictureUri(path, review);
  const state = uri ? await stateOf(uri, review) : 'outside';
  return uri && webview && state === 'there' ? { state, address: webview.asWebviewUri(uri).toString() } : { state };
}

/** Where an image is; nothing for one outside of the review's source. */
function pictureUri(path: string, review: ReviewDocument): vscode.Uri | undefined {
  const uri = fileUri(review, path);
  return uri?.path.startsWith(toUri(review.source).path.replace(/\/?$/, '/')) ? uri : undefined;
}

/** Whether a file is there and really lies where its path says: links are followed to their end. */
async function stateOf(uri: vscode.Uri, review: ReviewDocument): Promise<FileState> {
  if (!(await fileSystemOf(toKey(uri)).stat(toKey(uri)))) return 'missing';
  return (await liesInSource(uri, review)) === false ? 'outside' : 'there';
}

async function shown(material: Material, review: ReviewDocument): Promise<ShownMaterial> {
  const { path, kind } = material;
  if (/^https?:/i.test(path)) return { material, state: 'remote' };
  if (/#L\d+$/.test(path)) return { material, state: 'there' };
  const uri = fileUri(review, path);
  if (!uri) return { material, state: 'outside' };
  if (!pictureUri(path, review)) {
    return { material, state: (await fileSystemOf(toKey(uri)).stat(toKey(uri))) ? 'there' : 'missing' };
  }
  const state = await stateOf(uri, review);
  const isText = kind === 'transcript' || /\.(?:mmd|mermaid)$/i.test(path);
  const text = state === 'there' && isText ? await textOf(uri) : undefined;
  return { material, state, ...(text === undefined ? {} : { text }) };
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { content } = await readDocument(fileSystemOf(toKey(uri)), toKey(uri));
    return content.kind === 'text' ? content.text : undefined;
  } catch {
    return undefined;
  }
}

/** The places in code that a review names and that are there. */
async function placesIn(review: ReviewDocument) {
  const found = await Promise.all(
    codePlaces(review.text, most).map(async ({ text, path, line }) => {
      const uri = fileUri(review, path);
      const isThere = uri !== undefined && (await fileSystemOf(toKey(uri)).stat(toKey(uri))) !== undefined;
      return isThere ? [[text, { path, ...(line === undefined ? {} : { line }) }] as const] : [];
    }),
  );
  return found.flat();
}
