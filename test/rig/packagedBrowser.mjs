import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { installPackages } from './installPackages.mjs';
import { root } from './paths.mjs';

const folder = join(root, 'test', 'rig', 'browser');
const unpacked = join(folder, 'node_modules', '.chromium');

/**
 * A headless Chromium out of the npm package @sparticuz/chromium, with the libraries and a font that a bare system lacks;
 * undefined where it does not run (it is for Linux on x64) or cannot be installed.
 */
export async function packagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    await installPackages(folder, () => console.log('Installing a headless Chromium into test/rig/browser …'));
    if (!existsSync(join(unpacked, 'complete'))) await unpack();
  } catch (error) {
    console.log(`No headless Chromium could be installed: ${error.message}`);
    return undefined;
  }
  const libraries = [join(unpacked, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: join(unpacked, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(unpacked, 'fonts.conf') },
  };
}

/** The package unpacks into /tmp, and its libraries only on Amazon's machines: so we do it. */
async function unpack() {
  const { extract } = createRequire(join(folder, 'package.json'))('tar-fs');
  const packed = (name) => [
    createReadStream(join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin', name)),
    createBrotliDecompress(),
  ];
  mkdirSync(unpacked, { recursive: true });
  const program = join(unpacked, 'chromium');
  await pipeline(...packed('chromium.br'), createWriteStream(program));
  chmodSync(program, 0o755);
  await pipeline(...packed('al2023.tar.br'), extract(unpacked));
  await pipeline(...packed('fonts.tar.br'), extract(unpacked));
  writeFileSync(join(unpacked, 'fonts.conf'), fontsIn(join(unpacked, 'fonts')));
  writeFileSync(join(unpacked, 'complete'), '');
}

/** Fontconfig's settings: the font that came along, and those of the system. */
function fontsIn(folder) {
  const cache = '<cachedir prefix="xdg">fontconfig</cachedir>';
  return `<?xml version="1.0"?><fontconfig><dir>/usr/share/fonts</dir><dir>${folder}</dir>${cache}</fontconfig>\n`;
}
