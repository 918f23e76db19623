import { linesOf } from '../citations/lines';

const adornment = /^([=\-~^"'`#*+.:_<>])\1{2,}\s*$/;

/**
 * A heading of reStructuredText as the sections of a document have it: lines of marks below the title, or above it too. The order in which a
 * document first uses its marks is that of their levels: the first is taken for that of the document's title where there are more.
 */
export function rstUnderline(title: string, text: string): readonly string[] {
  const styles = stylesOf(text);
  const style = styles[1] ?? (styles[0]?.mark === '=' ? { mark: '-', isAbove: false } : { mark: '=', isAbove: false });
  // A wide character takes two columns, and marks must not be shorter than the title.
  const line = style.mark.repeat(Math.max(3, [...title].length * (/[\u0300-\u{10ffff}]/u.test(title) ? 2 : 1)));
  return style.isAbove ? [line, title, line] : [title, line];
}

interface Style {
  readonly mark: string;
  readonly isAbove: boolean;
}

function stylesOf(text: string): readonly Style[] {
  const lines = [...linesOf(text)].map((line) => line.text);
  const styles: Style[] = [];
  for (let at = 1; at < lines.length && styles.length < 2; at++) {
    const mark = adornment.exec(lines[at] ?? '')?.[1];
    const words = lines[at - 1] ?? '';
    if (mark === undefined || words.trim() === '' || adornment.test(words)) continue;
    const above = adornment.exec(lines[at - 2] ?? '')?.[1];
    // Indented words above marks are no heading but in the form with marks on both sides.
    if (above !== mark && /^\s/.test(words)) continue;
    const style = { mark, isAbove: above === mark };
    if (!styles.some((each) => each.mark === style.mark && each.isAbove === style.isAbove)) styles.push(style);
  }
  return styles;
}
