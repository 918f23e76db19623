import { create, toBinary } from '@bufbuild/protobuf';
import {
  DocumentSchema,
  IndexSchema,
  Language,
  MetadataSchema,
  OccurrenceSchema,
  PositionEncoding,
  SymbolInformationSchema,
  SymbolRole,
  TextEncoding,
  ToolInfoSchema,
} from '@c4312/scip/scip_pb';
import type { ScipDocument, ScipPiece, ScipReview } from './scipDocuments';

/** Names of languages as SCIP writes them, by what we call them. */
const languages: ReadonlyMap<string, string> = new Map(
  Object.values(Language).flatMap((name) => (typeof name === 'string' ? [[name.toLowerCase(), name]] : [])),
);

/** The beginning of an index. `root` is the URI of the folder that its paths are relative to. */
export function scipHead(root: string, version: string): Uint8Array {
  const metadata = create(MetadataSchema, {
    toolInfo: create(ToolInfoSchema, { name: 'precedent', version }),
    projectRoot: root,
    textDocumentEncoding: TextEncoding.UTF8,
  });
  return toBinary(IndexSchema, create(IndexSchema, { metadata }));
}

/**
 * A piece of an index. Protocol buffers may be put one behind the other: an index of any size is written, and may be read, with one file of
 * it in memory.
 */
export function scipBytes(piece: ScipPiece): Uint8Array {
  const index =
    'document' in piece
      ? create(IndexSchema, { documents: [toDocument(piece.document)] })
      : create(IndexSchema, { externalSymbols: [toSymbol(piece.external)] });
  return toBinary(IndexSchema, index);
}

function toDocument({ path, language, occurrences, reviews }: ScipDocument) {
  return create(DocumentSchema, {
    relativePath: path,
    language: languages.get(language.replaceAll('-', '')) ?? language,
    positionEncoding: PositionEncoding.UTF16CodeUnitOffsetFromLineStart,
    symbols: reviews.map(toSymbol),
    occurrences: occurrences.map(({ range, symbol, isDefinition }) =>
      create(OccurrenceSchema, { range: [...range], symbol, symbolRoles: isDefinition ? SymbolRole.Definition : 0 }),
    ),
  });
}

function toSymbol({ symbol, name, documentation }: ScipReview) {
  return create(SymbolInformationSchema, { symbol, displayName: name, documentation: [documentation] });
}
