import { readManifest } from './readManifest';

/** The version of this program, as package.json says. */
export function version(): string {
  const manifest = readManifest();
  const isNamed = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isNamed ? String(manifest.version) : 'unknown';
}
