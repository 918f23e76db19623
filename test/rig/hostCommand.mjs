import { join } from 'node:path';
import { hostNode } from './hostNode.mjs';
import { vscodeFolder } from './paths.mjs';

const always = [
  '--accept-server-license-terms',
  '--without-connection-token',
  ...['--telemetry-level', 'off'],
  '--disable-telemetry',
  '--disable-experiments',
  '--disable-update-check',
  '--disable-getting-started-override',
];

/**
 * The command that runs VS Code's server on a profile: program, arguments, environment.
 *
 * `restricted: true` leaves workspace trust in place: a folder opens in Restricted Mode.
 */
export function hostCommand(profile, args, { env = {}, restricted = false } = {}) {
  const places = ['--server-data-dir', profile.folder, '--extensions-dir', join(profile.folder, 'extensions')];
  return {
    command: hostNode(),
    args: [
      join(vscodeFolder, 'out', 'server-main.js'),
      ...always,
      ...(restricted ? [] : ['--disable-workspace-trust']),
      ...places,
      ...args,
    ],
    env: { ...hostEnvironment(profile), ...env },
  };
}

function hostEnvironment(profile) {
  // What we inherit from a VS Code that this runs inside of would point at that one.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name));
  return {
    ...Object.fromEntries(inherited),
    EXTENSIONS_GALLERY: '{}', // else it asks one on the internet
    // The sockets that VS Code and its Git extension make go where they are removed.
    ...(process.platform === 'linux' ? { TMPDIR: profile.folder, XDG_RUNTIME_DIR: profile.folder } : {}),
  };
}
