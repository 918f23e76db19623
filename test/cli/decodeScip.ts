import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** An index as an implementation reads it that has nothing in common with the one that writes it: scip-typescript's, on google-protobuf. */
export interface DecodedScip {
  readonly root: string;
  readonly documents: readonly {
    readonly path: string;
    readonly language: string;
    readonly occurrences: readonly {
      readonly range: readonly number[];
      readonly symbol: string;
      readonly isDefinition: boolean;
    }[];
    readonly symbols: readonly DecodedSymbol[];
  }[];
  readonly externals: readonly DecodedSymbol[];
}

interface DecodedSymbol {
  readonly symbol: string;
  readonly documentation: readonly string[];
  readonly displayName: string;
}

/** The same, as that implementation gives it. */
interface RawSymbol {
  readonly symbol: string;
  readonly documentation?: readonly string[];
  readonly display_name?: string;
}
interface RawIndex {
  readonly metadata: { readonly project_root: string };
  readonly documents?: readonly {
    readonly relative_path: string;
    readonly language?: string;
    readonly occurrences?: readonly {
      readonly range: readonly number[];
      readonly symbol: string;
      readonly symbol_roles?: number;
    }[];
    readonly symbols?: readonly RawSymbol[];
  }[];
  readonly external_symbols?: readonly RawSymbol[];
}
interface ScipModule {
  readonly scip: { readonly Index: { deserializeBinary(bytes: Uint8Array): { toObject(): RawIndex } } };
}

/** Decodes an index; throws where it is none. */
export function decodeScip(bytes: Uint8Array): DecodedScip {
  const { scip }: ScipModule = createRequire(resolve('package.json'))('@sourcegraph/scip-typescript/dist/src/scip.js');
  const { metadata, documents = [], external_symbols = [] } = scip.Index.deserializeBinary(bytes).toObject();
  return {
    root: metadata.project_root,
    documents: documents.map(({ relative_path, language = '', occurrences = [], symbols = [] }) => ({
      path: relative_path,
      language,
      occurrences: occurrences.map(({ range, symbol, symbol_roles = 0 }) => ({
        range,
        symbol,
        isDefinition: (symbol_roles & 1) === 1,
      })),
      symbols: symbols.map(toSymbol),
    })),
    externals: external_symbols.map(toSymbol),
  };
}

function toSymbol({ symbol, documentation = [], display_name = '' }: RawSymbol): DecodedSymbol {
  return { symbol, documentation, displayName: display_name };
}
