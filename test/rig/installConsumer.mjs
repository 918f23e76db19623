import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { out } from './paths.mjs';

/** Puts another extension, which uses ours (test/consumer, compiled), into a profile: VS Code develops one extension at a time. */
export function installConsumer({ folder }) {
  const relativeLocation = 'precedent-test.consumer-0.0.1';
  const place = join(folder, 'extensions', relativeLocation);
  cpSync(join(out, 'test', 'consumer'), place, { recursive: true });
  const { pathname } = pathToFileURL(place);
  const listed = {
    identifier: { id: 'precedent-test.consumer' },
    version: '0.0.1',
    location: { $mid: 1, path: pathname, scheme: 'file' },
    relativeLocation,
  };
  writeFileSync(join(folder, 'extensions', 'extensions.json'), JSON.stringify([listed]));
}
