const slug = /#([\p{L}\p{N}_-]*[\p{L}\p{N}_])/uy;
const time = /@(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)/y;

/** The part of a review that is named right behind its id. */
export interface PassageName {
  /** The slug as written, or the time as `HH:MM`. */
  readonly name: string;
  /** Just behind it. */
  readonly end: number;
}

/** Reads `#what-surprised-us` or `@14:06` at an offset of a line, not beyond `limit`; nothing where neither stands there. */
export function passageAt(line: string, offset: number, limit: number): PassageName | undefined {
  slug.lastIndex = offset;
  const heading = slug.exec(line);
  if (heading?.[1] !== undefined && slug.lastIndex <= limit) return { name: heading[1], end: slug.lastIndex };
  time.lastIndex = offset;
  const moment = time.exec(line);
  if (moment?.[1] === undefined || moment[2] === undefined || time.lastIndex > limit) return undefined;
  if (Number(moment[1]) > 23 || Number(moment[2]) > 59) return undefined;
  return { name: `${moment[1].padStart(2, '0')}:${moment[2]}`, end: time.lastIndex };
}
