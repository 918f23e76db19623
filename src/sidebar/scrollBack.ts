import * as vscode from 'vscode';

/** What VS Code takes to draw, and to tell what is seen. */
const msUntilDrawn = 60;

/** Looks at most this often: CodeLenses that come late move what has been put right. */
const mostLooks = 6;

/**
 * Scrolls an editor until a line (0-based) is the first one that is seen, as it was before.
 *
 * VS Code leaves room for sticky scroll and for CodeLenses above a line that is to be at the top, how much nobody tells: so it is
 * aimed again by as much as it missed, until the line stays where it is.
 */
export async function scrollBack(editor: vscode.TextEditor, top: number): Promise<void> {
  let aim = top;
  let isThere = false;
  for (let looks = 0; looks < mostLooks; looks++) {
    await new Promise((resolve) => setTimeout(resolve, msUntilDrawn));
    const seen = editor.visibleRanges[0]?.start.line;
    if (seen === undefined || (seen === top && isThere)) return;
    isThere = seen === top;
    if (isThere) continue;
    if (looks > 0) aim += top - seen;
    const line = Math.max(0, Math.min(aim, editor.document.lineCount - 1));
    editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
  }
}
