// What the bundles hold of other people's work, and under which terms: the text that goes into the package beside them.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licenses of all packages in the bundles that esbuild tells of, as one text: each text once, below the names it holds for. */
export function licensesOf(metafiles) {
  const folders = new Set(metafiles.flatMap(({ inputs }) => Object.keys(inputs).flatMap(packageFolder)));
  const byText = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const text = licenseText(folder) || `License: ${license}`;
    byText.set(text, [...new Set([...(byText.get(text) ?? []), `${name} ${version}`])]);
  }
  const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  return ['This extension holds parts of the following packages.\n', ...parts].join(`\n${'-'.repeat(72)}\n\n`);
}

/** The folder of the package that a file belongs to: the innermost one; nothing for our own files. */
function packageFolder(path) {
  const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
  return folder && existsSync(join(folder, 'package.json')) ? [folder] : [];
}

function licenseText(folder) {
  const names = readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(name));
  const texts = names.sort().map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
  return texts.join('\n\n');
}
