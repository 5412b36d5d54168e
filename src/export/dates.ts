const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * `2019-02-23` → "23 February 2019"; months and years alone stay so. Anything else comes back as it was: a date is
 * data, and a wrong one is better seen than hidden.
 */
export function dateInWords(date: string, { short = false } = {}): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  const month = match?.[2] ? MONTHS[Number(match[2]) - 1] : undefined;
  if (!match || (match[2] && !month)) return date;
  const words = short ? month?.slice(0, 3) : month;
  return [match[3] && String(Number(match[3])), words, match[1]].filter(Boolean).join(" ");
}

/** "February 2019 – July 2020", or one of them where both are in the same month; "" where nothing is dated. */
export function periodInWords(first: string | undefined, last: string | undefined, { short = false } = {}): string {
  if (!first || !last) return dateInWords(first ?? last ?? "", { short });
  if (first === last) return dateInWords(first, { short });
  const [from, to] = [dateInWords(first.slice(0, 7), { short }), dateInWords(last.slice(0, 7), { short })];
  return from === to ? from : `${from} – ${to}`;
}

/** First and last of the dates that are given, as text; undefined where there is none. */
export function dateRange(dates: Iterable<string | undefined>): { first?: string; last?: string } {
  let first: string | undefined;
  let last: string | undefined;
  for (const date of dates) {
    if (!date) continue;
    if (first === undefined || date < first) first = date;
    if (last === undefined || date > last) last = date;
  }
  return { ...(first && { first }), ...(last && { last }) };
}
