import type { MaterialKind } from './review';

/** Words by which files of conversation are called. */
export const transcriptWords =
  /(?:^|[^\p{L}])(?:transcript|transcription|chat|chats|chatlog|log|logs|irc|slack|conversation)(?![\p{L}])/iu;

const images = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg|heic|tiff?)$/i;
const diagrams =
  /\.(?:drawio|dio|excalidraw|tldraw|puml|plantuml|iuml|pu|mmd|mermaid|dot|gv|dsl|d2|vsdx?|bpmn)$|\.(?:drawio|excalidraw)\.(?:svg|png)$/i;
const texts = /\.(?:md|markdown|txt|log|vtt|srt|json|html?|adoc|rst|org|csv)$|^[^.]+$/i;

const office = /\.(?:pdf|docx?|pptx?|xlsx?|od[tsp]|key|pages|numbers|ipynb|csv|mp4|mov|webm|mp3|m4a|zip|har|pcap)$/i;

/** Whether the name of a file promises a material wherever it lies: a picture, a recording, an office document; no text and no code. */
export function isAttachment(path: string): boolean {
  return office.test(path) || materialKind(path) === 'image' || materialKind(path) === 'diagram';
}

/** Whether a file is one that an office program, a camera or a recorder made. */
export function isOfficeFile(path: string): boolean {
  return office.test(path);
}

/** What a file is, as far as its name tells; `document` where it tells nothing else. */
export function materialKind(path: string): MaterialKind {
  const base = path.slice(path.lastIndexOf('/') + 1);
  if (diagrams.test(base)) return 'diagram';
  if (images.test(base)) return 'image';
  if (/\.(?:vtt|srt)$/i.test(base)) return 'transcript';
  const stem = base.replace(/\.[A-Za-z0-9]{1,10}$/, '');
  return texts.test(base) && transcriptWords.test(stem) ? 'transcript' : 'document';
}
