import * as vscode from 'vscode';
import { dateInWords } from '../core/wording/datesInWords';
import { escapeIcons } from '../core/wording/escapeIcons';
import { shortLine } from '../core/wording/shortLine';
import type { LiveLibrary } from '../host/liveLibrary';

/** Asks whose story is meant; the latest reviews stand first. Nothing where nobody chooses. */
export async function pickStory({
  library,
}: LiveLibrary): Promise<{ readonly citation: string; readonly key: string } | undefined> {
  const items = [...library.reviews]
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
    .map(({ id, key, title, date }) => ({
      label: escapeIcons(shortLine(title || id, 200)),
      description: escapeIcons(
        [id, date === undefined ? '' : dateInWords(date)].filter((part) => part !== '').join(' · '),
      ),
      citation: id,
      key,
    }));
  const placeHolder = vscode.l10n.t('Whose story do you want to read?');
  return vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
}
