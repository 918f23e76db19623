const commentStart =
  /^\s*(?:\/'+|\/{2,}!?|\/\*+!?|\*+\/?(?=\s|$)|\{\{~?!(?:--)?|\{\{-?\s?\/\*|\{\/\*|<!--+|<%--|<%#|<#--|<#|\(\*+|\(;+|\{-+(?:\s?\|)?|\{#|\{\*|@\*|#\[=*\[|--+\[=*\[|--+(?:\s?\|)?|#\||#=|#'|#+!?\[?|;+|%+\{?|!+|"""|'''|@?[Rr][Ee][Mm](?=\s)|::|"|'|dnl(?=\s)|=begin|⍝|\/[-+](?=\s)|\|(?=\s))\s?/;
const commentEnd =
  /(?:'+\/|\*+\/\}?|--+>|--%>|%>|#>|\*+\)|;\)|-+\}|--~?\}\}|\*\/\s?-?\}\}|#\}|\*\}|\*@|\]=*\]|\|#|=#|"""|'''|-\/)\s*$/;
const proseStart = /^\s*(?:[-*+•]\s+(?:\[[ xX]\]\s+)?|\d{1,3}[.)]\s+|#{1,6}\s+|={1,6}\s+|>\s?)/;

/**
 * A line as it is read out: without the marks of comments at its ends, or in prose without those of lists, headings, quotes and tables.
 *
 * Works on any language, because the marks of one mean nothing in another's comments.
 */
export function plainLine(line: string, isStart: boolean, isEnd: boolean, isProse: boolean): string {
  let plain = line;
  if (isProse) return (isStart ? plain.replace(proseStart, '') : plain).replaceAll('|', ' ');
  if (isStart) plain = plain.replace(commentStart, '').replace(/^\s*\*(?=\s)/, '');
  if (isEnd) plain = plain.replace(commentEnd, '');
  return plain;
}
