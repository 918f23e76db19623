/** Names of months in lower case, in the languages in which reviews are often written → 1 to 12. */
export const months: ReadonlyMap<string, number> = new Map(
  [
    'january jan januar janvier enero janeiro gennaio januari jänner',
    'february feb februar février fevrier febrero fevereiro febbraio februari',
    'march mar märz maerz mars marzo março marco maart mrz',
    'april apr avril abril aprile avr',
    'may mai mayo maio maggio mei',
    'june jun juni juin junio junho giugno',
    'july jul juli juillet julio julho luglio',
    'august aug août aout agosto augustus augusti',
    'september sep sept septembre septiembre setembro settembre septiembre',
    'october oct oktober octobre octubre outubro ottobre okt',
    'november nov novembre noviembre novembro',
    'december dec dezember décembre decembre diciembre dezembro dicembre desember dez',
  ].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

/** Matches one name of a month as a whole word. */
export const monthPattern = `(?<![\\p{L}\\p{N}])(?:${[...months.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`;
