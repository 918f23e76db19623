import { stemOf } from '../reviews/searchStems';

/**
 * English words of everyday and of every day with software, which any two texts may share by chance. In a library of a dozen reviews they
 * are as rare as those that tell something, so that how often they are used does not tell them apart.
 */
const words = `
  able accept act add afternoon age agree aim alive allow amount answer appear apply april argue aside assume august autumn average avoid aware
  bad base basic bear begin believe best better big bit brief bring broad broken bug business busy buy care case catch certain chance
  change chapter child choice choose clean clear comment common complete condition confirm confuse consider content continue correct
  couple course create current date day dead deal december decide decision deep default define describe design detail difference difficult
  directly discover discuss doubt draft due duration early easy effect eight empty end enough enter entire evening eventually everyday exact
  exactly example exceed except exist expect experience explain extra face fact fair familiar fast feature february feel final finally fine
  finish fit five forget format four free friday friend full future gain general great grow guess half hand happen happened hard head hear heard
  held help high hint home hope hour hundred hurry idea ignore imagine important improve inside intend interest introduce involve january job
  july june kind knowledge known large last late later lay lead learn left lie lift look love low luck lunch main march matter mean mention
  millisecond mind minute moment monday money month morning ms multiple name nature necessary night nine normal normally note notice november
  number obvious occur october old opinion option outcome outside overall own paragraph part perfect period person picture piece play please
  plenty plus point poor possible practice prefer present pretty previous probably problem proceed product project promise proper properly
  propose prove provide purpose question quick quickly quiet quietly reach realise realize reason recent recently refer regular rely remain
  remember remind rest result rewrite rule saturday second section seldom send sense september serious seven short shorter show side similar
  simple single sit situation six size slow slowly small solve sort sound special specific spend spent stand start statement stay story strange
  strong study stuff succeed success suggest summary summer sunday suppose surprise talk ten thank thursday till title todo tomorrow top
  topic total true truth tuesday twelve twice typical understand unlike unrelated usual various wednesday week weekend welcome white wide win
  winter wish wonder world worry worse worth written year yellow young`;

const stems: ReadonlySet<string> = new Set(words.trim().split(/\s+/).map(stemOf));

/** Whether a word, as `foldWord` makes it, is one that any two texts may share by chance, in any of its forms. */
export function isOrdinary(word: string): boolean {
  return stems.has(stemOf(word));
}
