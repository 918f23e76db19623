const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/**
 * A date as people write it: `9 May 2026`, `May 2026`, `2026`, as precise as it is given.
 *
 * Takes `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, in no time zone; gives back anything else as it stands.
 */
export function dateInWords(date: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (year === undefined || (month !== undefined && name === undefined)) return date;
  return [day === undefined ? undefined : String(Number(day)), name, year]
    .filter((part) => part !== undefined)
    .join(' ');
}

/**
 * How long ago a date was, in words: `today`, `3 weeks ago`, `last year`. Both are `YYYY-MM-DD` or less precise; the less precise
 * one sets how precise the answer is. Nothing for what is no date, and for the future.
 */
export function ageInWords(date: string, today: string): string | undefined {
  const then = partsOf(date);
  const now = partsOf(today);
  if (!then || !now || date.slice(0, today.length) > today) return undefined;
  const years = now.year - then.year;
  if (then.month === undefined || now.month === undefined) return years === 0 ? 'this year' : ago(years, 'year');
  const monthsBetween = years * 12 + now.month - then.month;
  if (then.day === undefined || now.day === undefined) {
    return monthsBetween === 0 ? 'this month' : monthsBetween < 24 ? ago(monthsBetween, 'month') : ago(years, 'year');
  }
  const days = Math.round(
    (Date.UTC(now.year, now.month - 1, now.day) - Date.UTC(then.year, then.month - 1, then.day)) / 86_400_000,
  );
  if (days === 0) return 'today';
  if (days < 14) return ago(days, 'day');
  if (days < 60) return ago(Math.floor(days / 7), 'week');
  return days < 730 ? ago(Math.floor(days / 30.44), 'month') : ago(Math.floor(days / 365.25), 'year');
}

function ago(count: number, unit: string): string {
  if (count === 1) return unit === 'day' ? 'yesterday' : `last ${unit}`;
  return `${count} ${unit}s ago`;
}

function partsOf(date: string): { year: number; month?: number; day?: number } | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined) return undefined;
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}
