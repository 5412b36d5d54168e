export const TIME_UNITS = ["week", "month", "year"] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

const DAY = 86_400_000;

/** Midnight of a date of the calendar, counted in days since 1970; undefined where it is no full date. */
export function toDay(date: string | undefined): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? "");
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  // The 31st of a month of 30 days is a slip, not the 1st of the next.
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day ? Math.round(time.getTime() / DAY) : undefined;
}

/** Days from one date to another, negative where the second is earlier; undefined where either is no full date. */
export function daysBetween(first: string | undefined, second: string | undefined): number | undefined {
  const [from, to] = [toDay(first), toDay(second)];
  return from === undefined || to === undefined ? undefined : to - from;
}

/**
 * The week (`2019-W08`, as ISO 8601 counts them), month (`2019-02`) or year (`2019`) of a date. Undefined where the date
 * does not tell: a year has no month.
 */
export function periodOf(date: string | undefined, unit: TimeUnit): string | undefined {
  if (date === undefined) return undefined;
  if (unit === "year") return /^\d{4}/.exec(date)?.[0];
  if (unit === "month") return /^\d{4}-\d{2}/.exec(date)?.[0];
  const day = toDay(date);
  if (day === undefined) return undefined;
  // A week belongs to the year of its Thursday. Day 0 was a Thursday.
  const thursday = new Date((day - ((((day + 3) % 7) + 7) % 7) + 3) * DAY);
  const year = thursday.getUTCFullYear();
  const firstDay = Math.round(new Date(0).setUTCFullYear(year, 0, 1) / DAY);
  const week = Math.floor((Math.round(thursday.getTime() / DAY) - firstDay) / 7) + 1;
  return `${String(year).padStart(4, "0")}-W${String(week).padStart(2, "0")}`;
}
