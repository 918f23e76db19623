/**
 * The address that shows a folder in VS Code. `folder` is a path on the server, or the URI of a virtual folder.
 *
 * `payload` is VS Code's own list of window options, such as `['openFile', remoteUri(…)]`.
 */
export function workbenchUrl(origin, folder, payload = []) {
  const query = new URLSearchParams({ folder: slashed(folder) });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `${origin}/?${query}`;
}

/** How the page names a file of the server. The authority has to be the one in the page's own address. */
export function remoteUri(origin, path) {
  return `vscode-remote://${new URL(origin).host}${slashed(path)}`;
}

/** `C:\work` is `/C:/work` in a URI. */
function slashed(path) {
  return path.replaceAll('\\', '/').replace(/^([a-z]:)/i, '/$1');
}
