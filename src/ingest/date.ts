const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const WEEKDAY = "(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?";
const TIME = "(?:[,;T]?\\s*(?:at\\s+)?\\d{1,2}[:.]\\d{2}\\b.{0,40}|,?\\s*(?:at\\s+)?\\d{1,2}\\s*[ap]\\.?m\\.?.{0,20})?";
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const LABEL =
  "(?:(?:first\\s+)?(?:published|posted|updated|last\\s+(?:modified|updated)|date|dated)(?:\\s+on)?\\s*:?\\s*)?";

const form = (body: string): RegExp => new RegExp(`^${LABEL}${WEEKDAY}${body}${TIME}$`, "i");

const ISO = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ].*)?$/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:\s.*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR = /^(1[5-9]\d{2}|20\d{2})$/;
const DAY_MONTH_YEAR = form(`${DAY}(?:\\s+of)?[\\s-]+${MONTH},?[\\s-]+(\\d{4})`);
const MONTH_DAY_YEAR = form(`${MONTH}\\s+${DAY},?\\s+(\\d{4})`);
const MONTH_YEAR = form(`${MONTH},?\\s+(\\d{4})`);
const DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;

/**
 * Reads a calendar day as people and machines write it: ISO 8601 with or without a time, "23 February 2019",
 * "Saturday, Feb. 23, 2019, 10:30 GMT", "Published: 23 Feb 2019", "2019/02/23". The day is kept as written; no time
 * zone is applied.
 *
 * Numbers whose order is a matter of country ("02/03/2019") are read only where one of them cannot be a month.
 *
 * @returns `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is said; undefined for anything else
 */
export function parseDate(text: string): string | undefined {
  const words = text.normalize("NFKC").replace(/\s+/g, " ").trim();
  if (words.length > 100) return undefined;
  let m = ISO.exec(words) ?? YEAR_FIRST.exec(words) ?? COMPACT.exec(words);
  if (m) return toDay(m[1]!, m[2]!, m[3]);
  if (YEAR.test(words)) return words;
  m = DAY_MONTH_YEAR.exec(words);
  if (m) return toDay(m[3]!, monthNumber(m[2]!), m[1]);
  m = MONTH_DAY_YEAR.exec(words);
  if (m) return toDay(m[3]!, monthNumber(m[1]!), m[2]);
  m = MONTH_YEAR.exec(words);
  if (m) return toDay(m[2]!, monthNumber(m[1]!));
  m = DOTTED.exec(words);
  if (m) return toDay(m[3]!, m[2]!, m[1]);
  m = SLASHED.exec(words);
  if (m) {
    const [first, second] = [Number(m[1]), Number(m[2])];
    if (first === second || first > 12) return toDay(m[3]!, m[2]!, m[1]);
    if (second > 12) return toDay(m[3]!, m[1]!, m[2]);
  }
  return undefined;
}

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function toDay(year: string, month: string, day?: string): string | undefined {
  const [y, m] = [Number(year), Number(month)];
  if (y < 1500 || m < 1 || m > 12) return undefined;
  const head = `${year}-${month.padStart(2, "0")}`;
  if (day === undefined) return head;
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]!;
  return Number(day) >= 1 && Number(day) <= days ? `${head}-${day.padStart(2, "0")}` : undefined;
}
