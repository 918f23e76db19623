import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { canarySecret } from './hostileCase';

/** A thing in a folder that is not what it seems; `make` puts it there, or says why it cannot be had on this machine. */
export interface HostileObject {
  readonly name: string;
  /** Relative to the source. */
  readonly path: string;
  readonly make: (source: string, outside: string) => string | undefined;
  /** Whether a review may come of it. */
  readonly mayBeReview: boolean;
}

const text = '# A kettle\n\n## What surprised us\n\nIt was off.\n';

/** Things of a file system that are no regular files, lead elsewhere, cannot be read, or have odd names. */
export const hostileObjects: readonly HostileObject[] = [
  object('a FIFO', 'OBJ-1-fifo.md', (at) => void execFileSync('mkfifo', [at])),
  object('a FIFO without extension', 'OBJ-2-fifo', (at) => void execFileSync('mkfifo', [at])),
  object('a socket', 'OBJ-3-socket.md', (at) => void sockets.push(createServer().listen(at).unref())),
  object('a link to itself', 'OBJ-4-self.md', (at) => symlinkSync('OBJ-4-self.md', at)),
  object('a link to a link to the first', 'OBJ-5-a.md', (at) => {
    symlinkSync('OBJ-5-b.md', at);
    symlinkSync('OBJ-5-a.md', join(at, '../OBJ-5-b.md'));
  }),
  object('a link to nothing', 'OBJ-6-nothing.md', (at) => symlinkSync('nowhere.md', at)),
  object('a link to a secret outside', 'OBJ-7-secret.md', (at, outside) => symlinkSync(join(outside, 'secret.md'), at)),
  object('a relative link outside', 'OBJ-8-secret.md', (at) => symlinkSync('../../../outside/secret.md', at)),
  object('a link to a folder outside', 'OBJ-9-folder', (at, outside) => symlinkSync(outside, at)),
  object('a link to the folder itself', 'OBJ-10-loop', (at) => symlinkSync('.', at)),
  object('a link to the folder above', 'OBJ-11-up', (at) => symlinkSync('../..', at)),
  object('a link to a device that never ends', 'OBJ-12-zero.md', (at) => symlinkSync('/dev/zero', at)),
  object('a link to a terminal', 'OBJ-13-tty.md', (at) => symlinkSync('/dev/tty', at)),
  object('a link to a file of the system', 'OBJ-14-passwd.md', (at) => symlinkSync('/etc/passwd', at)),
  object('a link to what the kernel tells', 'OBJ-15-environ.md', (at) => symlinkSync('/proc/self/environ', at)),
  object('a folder named like a review', 'OBJ-16-folder.md', (at) => void mkdirSync(at)),
  object(
    'a file that may not be read',
    'OBJ-17-locked.md',
    (at) => {
      writeFileSync(at, text);
      chmodSync(at, 0);
    },
    true,
  ),
  object(
    'a folder that may not be read',
    'OBJ-18-locked',
    (at) => {
      mkdirSync(at);
      writeFileSync(join(at, 'OBJ-18.md'), text);
      chmodSync(at, 0);
    },
    true,
  ),
  object(
    'a second name of a review',
    'OBJ-19-hard.md',
    (at) => linkSync(join(at, '../../CONTROL-1-a-lamp.md'), at),
    true,
  ),
  object('a line end in a name', 'OBJ-20-line\nend.md', (at) => writeFileSync(at, text), true),
  object('a bidi override in a name', 'OBJ-21-\u202egpj.md', (at) => writeFileSync(at, text), true),
  object('an escape in a name', 'OBJ-22-\u001b[31mred.md', (at) => writeFileSync(at, text), true),
  object('a link in a name', 'OBJ-23-[x](command:precedent.canary).md', (at) => writeFileSync(at, text), true),
  object('HTML in a name', 'OBJ-24-<img src=x onerror=alert(1)>.md', (at) => writeFileSync(at, text), true),
  object('an icon in a name', 'OBJ-25-$(trash).md', (at) => writeFileSync(at, text), true),
  object(
    'a shell command in a name',
    'OBJ-26-$(touch CANARY-FILE);`touch CANARY-FILE`.md',
    (at) => writeFileSync(at, text),
    true,
  ),
  object('an option for a name', '--OBJ-27.md', (at) => writeFileSync(at, text), true),
  object('percent signs in a name', 'OBJ-28-%2e%2e%2f%00%zz.md', (at) => writeFileSync(at, text), true),
  object('a question and a hash in a name', 'OBJ-29-a?b#c.md', (at) => writeFileSync(at, text), true),
  object('a backslash in a name', 'OBJ-30-a\\..\\b.md', (at) => writeFileSync(at, text), true),
  object('a quote and a star in a name', 'OBJ-31-"\'*.md', (at) => writeFileSync(at, text), true),
  object('blanks around a name', ' OBJ-32 .md', (at) => writeFileSync(at, text), true),
  object('a name of 250 bytes', `OBJ-33-${'x'.repeat(240)}.md`, (at) => writeFileSync(at, text), true),
  object('a name of combining marks', `OBJ-34-e${'\u0301'.repeat(60)}.md`, (at) => writeFileSync(at, text), true),
  object(
    'a name in two spellings of Unicode',
    'OBJ-35-\u00e9.md',
    (at) => {
      writeFileSync(at, text);
      writeFileSync(at.replace('\u00e9', 'e\u0301'), text);
    },
    true,
  ),
  object(
    'a name of no UTF-8',
    'OBJ-36-.md',
    (at) => {
      writeFileSync(Buffer.concat([Buffer.from(at.slice(0, -3)), Buffer.from([0xff, 0xfe]), Buffer.from('.md')]), text);
    },
    true,
  ),
  object('a name of a prototype', '__proto__.md', (at) => writeFileSync(at, text), true),
  object('a name of a device on Windows', 'CON.md', (at) => writeFileSync(at, text), true),
  object('a dot in front', '.OBJ-39.md', (at) => writeFileSync(at, text)),
  object(
    'an image that leads outside',
    'OBJ-40-image.md',
    (at, outside) => {
      symlinkSync(join(outside, 'secret.png'), `${at.slice(0, -3)}.png`);
      writeFileSync(at, `${text}\n![the secret](OBJ-40-image.png)\n`);
    },
    true,
  ),
  object(
    'folders 100 deep',
    'OBJ-41-deep',
    (at) => {
      mkdirSync(join(at, ...Array.from({ length: 100 }, () => 'd')), { recursive: true });
      writeFileSync(join(at, ...Array.from({ length: 100 }, () => 'd'), 'OBJ-41.md'), text);
    },
    true,
  ),
  object('an empty file', 'OBJ-42-empty.md', (at) => writeFileSync(at, '')),
];

/** Closes what was opened for the objects. */
export function closeSockets(): void {
  for (const each of sockets.splice(0)) each.close();
}

/** Puts the secret where nobody may look. */
export function makeOutside(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of ['secret.md', 'secret.png', 'precedent.yaml'])
    writeFileSync(join(folder, name), `# ${canarySecret}\n\nid: SECRET-1\n\n${canarySecret}\n`);
}

const sockets: Server[] = [];

function object(
  name: string,
  file: string,
  make: (at: string, outside: string) => void,
  mayBeReview = false,
): HostileObject {
  const path = `objects/${file}`;
  return {
    name,
    path,
    mayBeReview,
    make(source, outside) {
      try {
        make(join(source, path), outside);
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
  };
}
