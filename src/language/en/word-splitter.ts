import { COMMON_ABBREVIATIONS, type TokenLexicon } from "./token-lexicon.ts";

/** Words longer than this are cut: nobody wrote them, and rules need not look at them whole. */
const LONGEST_CHUNK = 500;
const CACHED_CHUNKS = 50_000;

const URL =
  /^(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”]+$|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|info|co\.uk|io|eu|de|uk|ca|au)(?:\/\S*)?$/i;
const LEADING =
  /^(?:\.{2,}|…+|-{2,}(?!>)|[—–―]+|<{1,2}|“|”|``|''|#(?=\d)|#$|[*_=~#]{2,}|["«»‹›([{¿¡„‚$£€¥₹~|=+*_•·▪◦►■†‡§]|['‘’`](?!(?:s|m|d|t|re|ve|ll|em|cause|til|n|\d\ds?)\b))/i;
const TRAILING =
  /(?:\.{2,}|…+|[!?]+|[.]\?|-{2,}|[—–―]+|>{1,2}|''|``|’’|[,;:"“”«»‹›)\]}%‰°™®©|=+*_•·†‡~]|['‘’`]|(?<=[\p{N}\]).,%°])-)$/u;
const CURRENCY_PREFIX = /^(US|U\.S\.|A|C|CA|NZ|HK|S|R|NT|AU)(?=[$])/;
const CLITIC = /(?:n['’`´]t|['’`´](?:s|m|d|re|ve|ll))$/i;
const AMOUNT_UNIT =
  /^([\d.,]*\d)(am|pm|a\.m\.?|p\.m\.?|km|kms|kg|kgs|cm|mm|ft|lb|lbs|mph|kph|mg|gb|mb|tb|khz|mhz|ghz|hrs?|mins?|secs?|bn|mn|tn|m|million|billion|trillion|percent|pct|c|p|€|£|¢|x|k)$/i;
const NUMERIC = /^[\d.,:/+-]*\d[\d.,:/+-]*$/;
const DASHES = /[—–―]+|-{2,}|\.{3,}|…+/;
const INITIALS = /^(?:\p{L}\.)+\p{L}$/u;

/** Titles in a heading that is all capitals. */
const SHOUTED_TITLES = new Set("MR MRS MS DR SEN REP GOV GEN LT COL CAPT SGT PROF REV HON ST JR SR".split(" "));

/** Cuts a chunk of text without blanks into words by the conventions of Universal Dependencies for English. */
export interface WordSplitter {
  /**
   * Reports the words of `text`, in order, as offsets into it. The text has blanks between words as its only white
   * space. Time grows with the length of the text.
   */
  split(text: string, report: (start: number, end: number) => void): void;
}

export function createWordSplitter(lexicon: TokenLexicon): WordSplitter {
  const prefixes = new Set(lexicon.prefixes);
  const hyphenated = new Set(lexicon.hyphenated);
  const joined = new Map(Object.entries(lexicon.joined));
  const abbreviations = new Set([...COMMON_ABBREVIATIONS, ...lexicon.abbreviations]);
  let cache = new Map<string, readonly number[]>();

  /** Ends of the words of a chunk; they start where the one before ends. */
  function cut(chunk: string, last: boolean, next: string): readonly number[] {
    const ends = new Set<number>();
    cutEdges(chunk, 0, chunk.length, last, next, ends);
    ends.add(chunk.length);
    return [...ends].filter((end) => end > 0).sort((a, b) => a - b);
  }

  function cutEdges(chunk: string, from: number, to: number, last: boolean, next: string, ends: Set<number>): void {
    let start = from;
    let end = to;
    while (start < end) {
      const rest = chunk.slice(start, end);
      if (isSmiley(rest)) {
        mark(ends, start, end);
        return;
      }
      const lead = LEADING.exec(rest)?.[0].length ?? 0;
      if (lead === 0 || (rest.length === lead && lead === 1)) break;
      if (/^[#*_=~+|]/.test(rest) && /^(.)\1*$/.test(rest)) break; // a rule of signs is one token
      if (rest[0] === "(" && /^\(\w{1,2}\)$/.test(rest) === false && isBracketedPrefix(rest)) break;
      start += lead;
      mark(ends, start - lead, start);
    }
    while (start < end) {
      const rest = chunk.slice(start, end);
      if (URL.test(rest) && !/[.,;:!?)'"’”\]]$/.test(rest)) {
        mark(ends, start, end);
        return;
      }
      if (isSmiley(rest) || /^([#*_=~+|.-])\1*$/.test(rest)) {
        mark(ends, start, end);
        return;
      }
      const trail = trailing(rest, end === to && last, next);
      if (trail === 0 || trail === rest.length) break;
      end -= trail;
      mark(ends, end, end + trail);
    }
    if (start < end) cutInside(chunk, start, end, ends);
  }

  /** Length of the mark at the end of a chunk that is a token of its own. */
  function trailing(rest: string, last: boolean, next: string): number {
    if (rest.endsWith(".") && !rest.endsWith("..")) return keepsFullStop(rest.slice(0, -1), last, next) ? 0 : 1;
    if (CLITIC.test(rest)) return 0;
    const found = TRAILING.exec(rest);
    if (!found) return 0;
    if (found[0] === ")" && /\p{L}\(\p{Ll}{1,2}\)$/u.test(rest)) return 0; // person(s)
    return found[0].length;
  }

  function keepsFullStop(word: string, last: boolean, next: string): boolean {
    const bare = word.replace(/^.*[-–—/(]/, "");
    if (INITIALS.test(bare)) return true;
    if (/^\p{Lu}$/u.test(bare)) return !last && !(bare === "I" && /^[^\p{Lu}]/u.test(next));
    if (bare === "No" || bare === "no" || bare === "Nos") return /^\d/.test(next);
    if (bare === "p" || bare === "c" || bare === "pp") return /^\d/.test(next);
    if (bare === "Sat" || bare === "Sun" || bare === "Mar" || bare === "Art") return /^[\d,]/.test(next);
    if (/^\p{Lu}{2,4}$/u.test(bare) && !last) return SHOUTED_TITLES.has(bare) || abbreviations.has(bare);
    return abbreviations.has(bare);
  }

  function cutInside(chunk: string, start: number, end: number, ends: Set<number>): void {
    const word = chunk.slice(start, end);
    const known = joined.get(word.toLowerCase());
    if (known) {
      let at = start;
      for (const length of known) {
        mark(ends, at, at + length);
        at += length;
      }
      return;
    }
    if (NUMERIC.test(word)) {
      cutNumber(word, start, end, ends);
      return;
    }
    const dashes = DASHES.exec(word);
    if (dashes && dashes[0].length < word.length) {
      cutAround(chunk, start, start + dashes.index, start + dashes.index + dashes[0].length, end, ends);
      return;
    }
    const inner = /(?<=.)["“”«»([{\])}](?=.)/u.exec(word);
    if (inner && !/^\p{L}+\(\p{Ll}{1,2}\)$/u.test(word) && !/\(\p{Ll}\)\p{Ll}/u.test(word)) {
      cutAround(chunk, start, start + inner.index, start + inner.index + 1, end, ends);
      return;
    }
    const currency = CURRENCY_PREFIX.exec(word);
    if (currency) {
      const sign = start + currency[0].length + 1;
      mark(ends, start, sign);
      if (sign < end) cutInside(chunk, sign, end, ends);
      return;
    }
    const symbol = /[$£€¥](?=\d)/.exec(word);
    if (symbol) {
      cutAround(chunk, start, start + symbol.index, start + symbol.index + 1, end, ends);
      return;
    }
    const glued = /(?<=\p{L}{2})[,;:!?](?=\p{L})|(?<=\p{Ll}{2})\.(?=\p{Lu}\p{Ll})|(?<=\d)%(?=.)/u.exec(word);
    if (glued) {
      cutAround(chunk, start, start + glued.index, start + glued.index + 1, end, ends);
      return;
    }
    const slash = word.indexOf("/");
    if (
      slash > 0 &&
      slash < word.length - 1 &&
      /\p{L}{2}/u.test(word) &&
      !word.includes("://") &&
      !/^\/|^[A-Z]\/[A-Z]/.test(word)
    ) {
      cutAround(chunk, start, start + slash, start + slash + 1, end, ends);
      return;
    }
    const clitic = CLITIC.exec(word);
    if (clitic && clitic.index > 0) {
      mark(ends, start + clitic.index, end);
      cutInside(chunk, start, start + clitic.index, ends);
      return;
    }
    const amount = AMOUNT_UNIT.exec(word);
    if (amount) {
      mark(ends, start, start + amount[1]!.length);
      mark(ends, start + amount[1]!.length, end);
      return;
    }
    if (word.includes("-")) {
      cutHyphens(word, start, end, ends);
      return;
    }
    mark(ends, start, end);
  }

  /** Scores and ranges are cut (`10-15`), telephone numbers and dates are not (`713-853-3989`, `2019-02-23`). */
  function cutNumber(word: string, start: number, end: number, ends: Set<number>): void {
    const range = /^([\d.,:]+)([-–])([\d.,:]+)$/.exec(word);
    const telephone = /^\d{3}-\d{4}$/.test(word);
    if (range && !telephone) {
      const at = start + range[1]!.length;
      mark(ends, start, at);
      mark(ends, at, at + 1);
      mark(ends, at + 1, end);
    } else if (/^[-+]\d/.test(word)) {
      mark(ends, start, start + 1);
      mark(ends, start + 1, end);
    } else mark(ends, start, end);
  }

  function cutAround(chunk: string, start: number, from: number, to: number, end: number, ends: Set<number>): void {
    if (from > start) cutEdges(chunk, start, from, false, "", ends);
    mark(ends, from, to);
    if (to < end) cutEdges(chunk, to, end, false, "", ends);
  }

  function cutHyphens(word: string, start: number, end: number, ends: Set<number>): void {
    const lower = word.toLowerCase();
    if (hyphenated.has(lower) || /^(?:\p{L}-)+\p{L}$/u.test(word)) {
      mark(ends, start, end);
      return;
    }
    let from = start;
    let at = 0;
    while (at < word.length) {
      const hyphen = word.indexOf("-", at);
      if (hyphen < 0) break;
      const part = lower.slice(from - start, hyphen);
      const rest = lower.slice(from - start);
      if (hyphen === 0 || hyphen === word.length - 1 || prefixes.has(part) || hyphenated.has(rest)) {
        at = hyphen + 1;
        if (hyphenated.has(rest)) break;
        continue;
      }
      mark(ends, from, start + hyphen);
      mark(ends, start + hyphen, start + hyphen + 1);
      from = start + hyphen + 1;
      at = hyphen + 1;
    }
    mark(ends, from, end);
  }

  function split(text: string, report: (start: number, end: number) => void): void {
    let start = 0;
    while (start < text.length) {
      let end = text.indexOf(" ", start);
      if (end < 0) end = text.length;
      if (end > start) {
        const last = end >= text.length;
        const next = last ? "" : text.slice(end + 1, end + 2);
        let to = start;
        for (let from = start; from < end; from = to) {
          to = Math.min(end, from + LONGEST_CHUNK);
          if (to < end && /[\ud800-\udbff]/.test(text[to - 1]!)) to--; // never between the halves of a character
          const chunk = text.slice(from, to);
          const key = chunk.endsWith(".") ? `${chunk} ${last ? "" : contextOf(next)}` : chunk;
          let ends = cache.get(key);
          if (!ends) {
            ends = cut(chunk, last, next);
            if (cache.size >= CACHED_CHUNKS) cache = new Map();
            if (chunk.length < 40) cache.set(key, ends);
          }
          let at = from;
          for (const wordEnd of ends) {
            report(at, from + wordEnd);
            at = from + wordEnd;
          }
        }
      }
      start = end + 1;
    }
  }
  return { split };
}

/** What the decision on a final full stop depends on in the next chunk. */
function contextOf(next: string): string {
  if (/[\d,]/.test(next)) return next === "," ? "," : "0";
  return /\p{Lu}/u.test(next) ? "A" : "a";
}

function mark(ends: Set<number>, start: number, end: number): void {
  ends.add(start);
  ends.add(end);
}

function isSmiley(text: string): boolean {
  return text.length <= 5 && /^(?:[:;=8]['-]?[)(DPpOo/\\|*\]]+|[)(]['-]?[:;]|<3|\^_\^|:\))$/.test(text);
}

/** `(re)build`: a bracket inside a word. */
function isBracketedPrefix(text: string): boolean {
  return /^\(\p{Ll}{1,4}\)\p{Ll}/u.test(text);
}
