import type { Block } from "../../../core/index.ts";

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?";
const DATE = `(?:${WEEKDAY},?\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH},?\\s+\\d{4}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|${MONTH}\\s+\\d{4})`;
const TIME =
  "(?:\\s*(?:[,|·•—–-]|at)?\\s*\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?\\s*(?:[ap]\\.?m\\.?)?(?:\\s*\\(?[A-Z]{2,4}\\)?)?)?";
const DATE_LINE = new RegExp(
  `^(?:(?:first\\s+)?(?:published|posted|updated|last\\s+(?:updated|modified)|modified|date|created)\\b[^.]{0,20}?[:\\s]\\s*)?(?:on\\s+)?${TIME}\\s*,?\\s*${DATE}${TIME}(?:\\s*[|·•/].{0,60})?$`,
  "i",
);
const BY = /^(?:story |words |report(?:ing)? |written |posted )?by:?\s+\p{Lu}/iu;
const NAME_WORD = /^(?:\p{Lu}[\p{L}’'.-]*|and|&|de|van|von|der|del|la|bin|al|ibn)[,;]?$/u;
const BOILERPLATE: readonly RegExp[] = [
  /^(?:read|see|learn|find out|discover) more\b/i,
  /^(?:read|see|watch|listen|more|related|also|opinion|analysis|video|photos?|gallery|poll|quiz)(?: also| now| next)?\s?:/i,
  /^(?:related|recommended|most (?:read|popular|viewed)|trending|top stories|more (?:on|from|stories)|you (?:may|might) also like|what to read next|don['’]t miss|in case you missed)\b/i,
  /^(?:advertisement|advertising|sponsored|promoted|continue reading|story continues|article continues|skip (?:to|advertisement)|share (?:this|on|via)|tweet|print|save|comments?|leave a (?:comment|reply)|\d+ comments?)\b.{0,60}$/i,
  /^(?:sign up|subscribe|log in|sign in|register|download our|get our|join our|follow (?:us|him|her|me|@|\p{Lu})|like us|click (?:here|on)|support (?:our|independent))\b/iu,
  /^(?:to contact|contact (?:the|us|him|her|our)|reach (?:the|him|her)|e-?mail (?:the|him|her|us)|editing by|reporting by|additional reporting|compiled by|edited by|with (?:assistance|files|reporting) (?:from|by))\b/i,
  /^[(—–-]*\s?(?:reporting|writing|editing|additional reporting) by\b/i,
  /^(?:copyright|©|\(c\) ?\d{4}|all rights reserved|this (?:material|article|story|report) (?:may not|was (?:originally|first)|originally|first|has been|is part)|originally published|first published|terms of (?:use|service)|privacy policy|cookie)/i,
  /^(?:photo(?:graph)?|image|picture|illustration|video|graphic|credit|caption)s? ?(?:by|credit|courtesy|via|:)/i,
  /^(?:page )?\d{1,3}(?: ?(?:of|\/) ?\d{1,3})?$/i,
  /^(?:https?:\/\/|www\.)\S+$/i,
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|info|co\.uk|io|eu)(?:\/\S*)?$/i,
  /(?:getty images|\/ ?reuters|\/ ?ap(?: photo)?|\/ ?afp|shutterstock)\)?$/i,
];
/** Longer than this, a paragraph says something besides its first words. */
const LONGEST_BOILERPLATE = 300;
const FINAL = /[.?!…:;,][)\]"'”’*_»]*$/;

/** What else is known when a block's kind is decided. */
export interface BlockContext {
  /** How many blocks stand before it. */
  readonly index: number;
  readonly isLast: boolean;
  readonly isHeading: boolean;
  readonly isItem: boolean;
  /** The document's title, where the source gave one. */
  readonly title: string | undefined;
  readonly hasTitle: boolean;
}

/** How many blocks from the start may be byline or date. */
const TOP = 6;

function withoutMarks(text: string): string {
  return text.replace(/[*_`\\]+/g, "").trim();
}

/** Whether a text is furniture: a page number, an invitation to read more, a credit. */
export function isBoilerplate(text: string): boolean {
  if (text.length > LONGEST_BOILERPLATE) return false;
  const plain = withoutMarks(text);
  return BOILERPLATE.some((pattern) => pattern.test(plain));
}

/** What a block is, from its text and place: rules of thumb for news as people paste it. */
export function blockKind(text: string, context: BlockContext): Block["kind"] {
  if (isBoilerplate(text)) return "boilerplate";
  const plain = withoutMarks(text.slice(0, 300));
  const isTop = context.index < TOP;
  if (isTop && plain.length < 120 && DATE_LINE.test(plain)) return "dateline";
  if (isTop && plain.length < 120 && BY.test(plain) && !/[.?!]$/.test(plain)) return "byline";
  if (context.title !== undefined && isTop && sameWords(plain, context.title)) return "title";
  if (!context.hasTitle && context.index < 2 && !context.isLast && !context.isItem && isTitle(plain)) return "title";
  if (isTop && context.hasTitle && context.index > 0 && isNameLine(plain)) return "byline";
  if (context.isHeading) return "heading";
  if (!context.isItem && !context.isLast && isHeadingText(plain)) return "heading";
  return "paragraph";
}

/** No full stop at its end, or nearly every longer word with a capital: some sources end a title with one. */
function isTitle(text: string): boolean {
  if (/[^.]\.$/.test(text)) {
    const long = text.match(/[\p{L}’']{4,}/gu) ?? [];
    const capital = long.filter((word) => /^\p{Lu}/u.test(word));
    return text.length < 120 && long.length >= 4 && capital.length >= 0.75 * long.length && !/[.?!]["'”’]? /.test(text);
  }
  return text.length < 200 && !/[.;,:…][)\]"'”’]*$/.test(text) && /^["'“‘(]*[\p{Lu}\p{N}]/u.test(text);
}

function isHeadingText(text: string): boolean {
  if (text.length < 60 && /^[\p{Lu}\P{L}]{8,}$/u.test(text) && /\p{Lu}{4}/u.test(text)) return true;
  return (
    text.length < 90 && text.split(/\s+/).length <= 12 && !FINAL.test(text) && /^["'“‘(]*[\p{Lu}\p{N}]/u.test(text)
  );
}

/** `Jane Doe`, `Jane Doe and John Roe, Reuters`: two to eight capitalised words and nothing else. */
function isNameLine(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 8 || text.length > 80 || /\d/.test(text)) return false;
  return words.every((word) => NAME_WORD.test(word)) && words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).length >= 2;
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return words(a) === words(b);
}

const DATELINE =
  /^(?:(?:\p{Lu}[\p{Lu}.'’-]+)(?:[ ]\p{Lu}[\p{Lu}.'’-]+){0,3}(?:,\s\p{Lu}[\p{L}.]+(?:[ ]\p{Lu}[\p{L}.]+){0,2})?(?:,?\s\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2})?(?:\s?\([\p{L}\p{N} ./]{2,30}\))?|\p{Lu}[\p{L} .,'’-]{2,40}\s\((?:Reuters|AP|AFP|CNN|UPI|Bloomberg|Xinhua|IANS|PTI|ANI|dpa)\))\s?(?:—|–|--|-)\s?(?=["'“‘]?\p{Lu})/u;

const LEADING_DATE = new RegExp(`^${WEEKDAY},?\\s+${DATE}\\s+(?=["'“‘]?\\p{Lu})`, "iu");

/** Length of a full date with its weekday in front of a report's first sentence, as wikis set it; 0 where there is none. */
export function leadingDateLength(text: string): number {
  return LEADING_DATE.exec(text.slice(0, 80))?.[0].length ?? 0;
}

/** Length of a place and agency in front of a report's first sentence (`BERLIN (Reuters) - `), 0 where there is none. */
export function datelineLength(text: string): number {
  const found = DATELINE.exec(text.slice(0, 150));
  return found && /\p{Lu}{3}|\(/u.test(found[0]) ? found[0].length : 0;
}
