import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import { fileSystemOf, fileUri, toKey } from '../host/places';
import { inSlices, startPace } from '../indexing/pace';
import { gatherContext } from './gatherContext';
import { narrating } from './narrative';
import { pageFile } from './pageFile';
import type { StoryServices } from './storyServices';

/** Larger images are left out of a page, in bytes: one, and all together. */
const largestImage = 8_000_000;
const mostImages = 30_000_000;

/** Asks where to, and writes the story as one HTML file that holds everything it shows; offers to open it. */
export async function saveAsPage(review: ReviewDocument, services: StoryServices): Promise<void> {
  const name = `${review.id.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.html`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: { HTML: ['html'] },
    title: vscode.l10n.t('Save the Story as a Page'),
  });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(await pageOf(review, services)));
  const open = vscode.l10n.t('Open');
  const path = vscode.workspace.asRelativePath(target);
  const isHere = target.scheme === 'file' && vscode.env.remoteName === undefined;
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('The story of {0} is saved as {1}.', review.id, path),
    open,
  );
  if (chosen !== open) return;
  if (isHere) await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand('vscode.open', target);
}

/** The story as one HTML file. */
export async function pageOf(review: ReviewDocument, services: StoryServices): Promise<string> {
  const narrative = await inSlices(narrating(review), startPace());
  const context = await gatherContext(review, narrative, services, undefined);
  const pictures = new Map(context.pictures);
  let room = mostImages;
  for (const [path, { state }] of pictures) {
    const bytes = state === 'there' ? await imageBytes(review, path, Math.min(room, largestImage)) : undefined;
    room -= bytes?.length ?? 0;
    if (bytes) pictures.set(path, { state, address: `data:${mimeOf(path)};base64,${base64(bytes)}` });
  }
  const style = vscode.Uri.joinPath(services.extensionUri, 'dist', 'webview', 'story.css');
  const css = new TextDecoder().decode(await vscode.workspace.fs.readFile(style));
  return pageFile(review, narrative, { ...context, pictures }, css);
}

async function imageBytes(review: ReviewDocument, path: string, most: number): Promise<Uint8Array | undefined> {
  const uri = fileUri(review, path);
  if (!uri) return undefined;
  const fileSystem = fileSystemOf(toKey(uri));
  const size = (await fileSystem.stat(toKey(uri)))?.size ?? Number.POSITIVE_INFINITY;
  return size > most ? undefined : fileSystem.read(toKey(uri), most);
}

function mimeOf(path: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (extension === 'svg') return 'image/svg+xml';
  return `image/${extension === 'jpg' ? 'jpeg' : extension}`;
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
