/**
 * English words that join others and say nothing themselves, as `foldWord` makes them. Where there are many reviews, how often a word is
 * used tells as much; a dozen reviews are too few for that. Words of other languages are told by how often they are used alone.
 */
export const functionWords: ReadonlySet<string> = new Set(
  `a able about above across actually after again against ago all almost alone along already also although always am among an and
  another any anybody anyone anything anyway anywhere are around as ask asked at away back be became because become been before began
  behind being below between both bring but by call called came can cannot come comes could couldn d decide did didn different do does
  doesn doing don done down during each either else etc even ever every everybody everyone everything everywhere far few find first
  for found from further gave get gets getting give given go goes going gone good got had has hasn have haven having he her here hers
  him his how however i if in instead into is isn it its itself just keep kept knew know knows least leave less let like likely little
  ll long lot made make makes making many may maybe me might mine more most mostly much must my myself near nearly need needed needs
  neither never new next no nobody none nor not nothing now nowhere o of off often ok on one ones only onto or other others otherwise
  our ours out over own people per perhaps put quite rather re really right s said say says see seem seemed seems seen several shall
  she should shouldn simply since so some somebody someone something sometimes somewhere soon still such sure t take taken takes tell
  than that the their theirs them themselves then there therefore these they thing things think this those though thought three
  through thus time times to today together told too took toward towards tried try two under unless until up upon us use used uses
  using usually ve very want wanted wants was wasn way we well went were weren what whatever when where whether which while who
  whoever whole whom whose why will with within without won wondered word words work worked works would wouldn wrong yes yesterday yet
  you your yours yourself`.split(/\s+/),
);
