import type { DocumentParts } from './documentParts';
import { isOfficeFile, materialKind } from './materialKind';
import type { Link } from './outline';
import type { ReviewFile } from './readReviews';
import { resolveTarget } from './resolveTarget';
import type { Material, Section } from './review';
import { sectionAt, sectionAtLine } from './sectionBlocks';
import type { SourceFiles } from './sourceFiles';

const diagramLanguages =
  /^(?:mermaid|plantuml|puml|uml|dot|graphviz|structurizr|d2|ditaa|blockdiag|seqdiag|wavedrom|excalidraw|svgbob)$/;
/** Places and words behind which there is more of the story, rather than a ticket or a commit. */
const tellingPlaces =
  /^https?:\/\/(?:docs\.google\.com|drive\.google\.com|[\w-]+\.slack\.com\/archives|(?:www\.)?figma\.com|miro\.com|[\w-]+\.notion\.(?:so|site)|lucid\.app|app\.diagrams\.net|excalidraw\.com|(?:www\.)?youtube\.com|youtu\.be|vimeo\.com|(?:www\.)?loom\.com|[\w-]+\.zoom\.us\/rec|gist\.github\.com|hackmd\.io|[\w-]+\.atlassian\.net\/wiki)(?:\/|$)/i;
const tellingWords =
  /^(?:the )?(?:full |incident |meeting |slack |chat )?(?:timeline|transcript|recording|call recording|video|slides|presentation|whiteboard|diagram|drawing|slack thread|slack channel|thread|notes|incident doc(?:ument)?|design doc(?:ument)?|chat log|log)s?$/i;
const telling = /\.(?:pdf|png|jpe?g|gif|svg|webp|mp4|drawio)$/i;

/**
 * What belongs to a review beyond its text, in the order of the document: images, linked files, diagrams, links behind which there is more
 * of the story; then files beside it that are named after it.
 *
 * Paths are relative to the root; what leads out of it, or to a file that the source lacks, is left out. Nothing below an excluded heading counts.
 */
export function findMaterials(
  file: ReviewFile,
  parts: DocumentParts,
  sections: readonly Section[],
  files: SourceFiles,
): Material[] {
  const materials = new Map<string, Material>();
  const add = (material: Material) => {
    if (material.path !== '' && !materials.has(material.path)) materials.set(material.path, material);
  };
  const root = file.path.slice(0, file.path.length - file.pathInSource.length);
  for (const link of parts.outline.links) {
    const material =
      sectionAtLine(sections, link.line)?.kind === 'excluded' ? undefined : materialOf(link, file, root, parts, files);
    if (material) add(material);
  }
  for (const diagram of diagrams(file, parts, sections)) add(diagram);
  for (const path of files.materials.get(file.pathInSource) ?? []) add({ path: root + path, kind: materialKind(path) });
  return [...materials.values()];
}

function materialOf(
  link: Link,
  file: ReviewFile,
  root: string,
  parts: DocumentParts,
  files: SourceFiles,
): Material | undefined {
  const title = parts.plain(link.words);
  const titled = title === '' ? {} : { title };
  if (/^https?:\/\//i.test(link.target)) {
    const isTelling =
      link.kind === 'image' ||
      tellingPlaces.test(link.target) ||
      tellingWords.test(title) ||
      telling.test(link.target.split(/[?#]/, 1)[0] ?? '');
    return isTelling ? { path: link.target, kind: 'link', ...titled } : undefined;
  }
  if (link.kind === 'wiki' && !/\.[A-Za-z0-9]{2,10}$/.test(link.target)) return undefined;
  const path = resolveTarget(link.target, file.path);
  if (path === undefined || path === file.path || path.endsWith('/')) return undefined;
  const role = path.startsWith(root) ? files.roles.get(path.slice(root.length)) : undefined;
  // A link to another review is told as related; a page about the folder is none of either.
  if (
    role &&
    role.role !== 'material' &&
    !(role.role === 'omitted' && /^an? (?:image|diagram|transcript|attachment)/.test(role.reason))
  ) {
    return undefined;
  }
  const base = path.slice(path.lastIndexOf('/') + 1);
  const isListed = files.roles.has(file.pathInSource);
  // Code and documents elsewhere in the repository are what the review talks about, not a part of it.
  if (!path.startsWith(root) && materialKind(path) === 'document' && !isOfficeFile(path)) return undefined;
  if (!role && ((link.kind === 'link' && !base.includes('.')) || (isListed && path.startsWith(root)))) return undefined;
  return {
    path,
    kind: link.kind === 'image' && materialKind(path) === 'document' ? 'image' : materialKind(path),
    ...titled,
  };
}

/** Diagrams that stand in the text: the path is the review's own, with the line. */
function diagrams(file: ReviewFile, parts: DocumentParts, sections: readonly Section[]): Material[] {
  return parts.outline.blocks.flatMap((block) => {
    if (block.kind !== 'code' || !diagramLanguages.test(block.language)) return [];
    const section = sectionAt(sections, block.start);
    if (section?.kind === 'excluded') return [];
    const heading = section?.heading ?? '';
    const name = `${block.language.charAt(0).toUpperCase()}${block.language.slice(1)} diagram`;
    const path = `${file.path}#L${block.line}`;
    return [{ path, kind: 'diagram', title: heading === '' ? name : `${name} in "${heading}"` }];
  });
}
