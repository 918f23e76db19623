import * as vscode from 'vscode';
import { registerCommand } from '../host/commands';
import type { Log } from '../host/log';
import { citeMention } from './citeMention';
import { goToReason } from './goToReason';
import { ThisFileView, type ThisFileViewParts } from './thisFileView';

/** The This File view and what can be done with its rows. */
export function registerThisFile({ log, ...parts }: ThisFileViewParts & { readonly log: Log }): vscode.Disposable {
  return vscode.Disposable.from(
    new ThisFileView(parts),
    registerCommand('precedent.goToReason', log, (what) => goToReason(what)),
    registerCommand('precedent.citeMention', log, (what) => citeMention(what)),
  );
}
