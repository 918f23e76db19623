/** `PM2021-006`, `PM-2026-030`, `OSSA-2023-003`, `INC-7`, `INC-DEBT-018`, `INC-2026-05-17`. */
const key =
  /^[A-Z]{2,12}(?:-[A-Z]{2,12})?(?:\d{0,6}-?\d{4}-\d{2,8}(?:-\d{1,8})?(?:-\d{1,8})?|-\d{1,12}(?:-\d{1,8})?(?:-\d{1,8})?)(?![\p{L}\d])/u;
/** `INC0012345`, as service desks number. */
const deskKey = /^[A-Z]{2,5}\d{5,12}(?![\p{L}\d])/u;
/** `inc-42`, where the word itself says that an incident follows. */
const lowerKey =
  /^(?:inc|incident|pm|postmortem|outage|pir|rca|coe|sev)-(?!(?:19|20)\d{2}(?!\d))\d{1,6}(?![\p{L}\d]|-\d{2}(?!\d))/iu;
const notKeys = /^(?:UTF|SHA|ISO|RFC|CVE|MD|HTTP|TLS|IPV|EC|X|PART|DAY|WEEK|PHASE|STEP|VERSION)-?\d/;

/** The incident key with which a name or title begins; nothing for `UTF-8` and the like, and for numbers that nobody filled in. */
export function keyAtStart(text: string): string | undefined {
  return capitalKeyAtStart(text) ?? accepted(lowerKey.exec(text)?.[0]);
}

/** As {@link keyAtStart}, in capitals only: the form in which keys are given out. */
export function capitalKeyAtStart(text: string): string | undefined {
  return accepted((key.exec(text) ?? deskKey.exec(text))?.[0]);
}

function accepted(found: string | undefined): string | undefined {
  return found === undefined || notKeys.test(found) || !/[1-9]/.test(found) ? undefined : found;
}
