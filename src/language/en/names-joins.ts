import type { Name } from "../../core/index.ts";
import { type Gazetteer, WORD } from "./gazetteer.ts";
import { startsAcronym } from "./names-acronyms.ts";
import type { NamesView } from "./names-features.ts";
import { CAPS, RARE } from "./names-forms.ts";

/** Heads of authorities that are named by what they look after. */
export const AUTHORITY =
  /^(?:Administration|Agency|Authority|Board|Bureau|Commission|Committee|Council|Department|Enforcement|Ministry|Office|Service|Services)$/;
/** Chambers of parliaments, and the committees that they have; a charge takes so many words at most. */
const CHAMBER = /^(?:Senate|House|Commons|Lords)$/;
const COMMITTEE = /^(?:committee|subcommittee)$/;
const LONGEST_CHARGE = 5;

/** Heads that "of" and a place, or "for" and more, belong to. */
const HEADS = WORD.organizationHead;

/** Abbreviations and short names that begin the names of a country's own offices: "U.S. Bay Agency". */
const PREFIX = /^(?:U\.?S\.?|U\.?K\.?|E\.?U\.?|U\.?N\.?|United States|United Kingdom|European Union|United Nations)$/;
/** What a place or nation before it makes an event of. */
const EVENT_HEAD = /^(?:War|Wars|Revolution|Uprising|Olympics|Intifada)$/;

/** Joins neighbours that are one name: "[U.S.] [Bay Agency]", "[Bay Union] of [Ohio]", "[Bay] War". */
export function joinNames(view: NamesView, names: readonly Name[], gazetteer: Gazetteer): readonly Name[] {
  const { tokens } = view.doc;
  const form = (token: number): string => tokens[token]?.form ?? "";
  const text = ({ firstToken, endToken }: Name): string =>
    tokens
      .slice(firstToken, endToken)
      .map((token) => token.form)
      .join(" ");
  const isCapital = (token: number): boolean => /^\p{Lu}/u.test(form(token));
  const endOf = (name: Name): number => view.end[name.firstToken]!;
  const hasHead = (token: number): boolean => (gazetteer.word(form(token)) & HEADS) !== 0;
  const widen = (name: Name, end: number, type: Name["type"] = name.type): Name => ({
    ...name,
    type,
    endToken: end,
    end: tokens[end - 1]!.end,
  });

  const joined: Name[] = [];
  for (const next of names) {
    const before = joined.at(-1);
    if (before && before.endToken > next.firstToken) continue;
    const taken = before?.endToken ?? 0;
    const name = withInitial(withField(withHead(withFirstName(withEvent(next), taken), taken), taken), taken);
    if (before && isOffice(before, name)) joined[joined.length - 1] = widen(before, name.endToken, "organization");
    else if (before && isCharge(before, name)) joined[joined.length - 1] = widen(before, name.endToken, "organization");
    else if (before && isBranch(before, name)) joined[joined.length - 1] = widen(before, name.endToken, "organization");
    else joined.push(withBody(withCommittee(withCharge(withPurpose(name, names), names)), names));
  }
  return joined;

  /** "[U.S.] [Bay Agency]" or "[U.S.] [Court of Fishing]". */
  function isOffice(before: Name, name: Name): boolean {
    if (before.endToken !== name.firstToken || name.type !== "organization" || before.type === "person") return false;
    if (name.endToken - name.firstToken < 2 || !PREFIX.test(text(before))) return false;
    if (startsAcronym(view, name.firstToken, name.endToken)) return false;
    for (let t = name.firstToken; t < name.endToken; t++) if (hasHead(t)) return true;
    return false;
  }

  /** "[Food] and [Drug Administration]": ordinary words that one authority is for. */
  function isCharge(before: Name, name: Name): boolean {
    if (before.endToken - before.firstToken > 1 || form(before.endToken) !== "and" || before.type === "person")
      return false;
    const isNext = name.firstToken - before.endToken === 1 && name.type === "organization";
    const isAuthority = name.endToken - name.firstToken > 1 && AUTHORITY.test(form(name.endToken - 1));
    return isNext && isAuthority && isOrdinary(before.firstToken) && isOrdinary(name.endToken - 2);
  }

  /** "Food and [Drug Administration]": the first of two fields, which the tagger passed over. */
  function withField(name: Name, taken: number): Name {
    const field = name.firstToken - 2;
    if (name.type !== "organization" || name.endToken - name.firstToken < 2 || field < taken) return name;
    if (field <= view.first[name.firstToken]! || form(field + 1) !== "and" || !AUTHORITY.test(form(name.endToken - 1)))
      return name;
    const isField = isCapital(field) && !isCapital(field - 1) && isOrdinary(field) && isOrdinary(name.endToken - 2);
    return isField ? { ...name, firstToken: field, start: tokens[field]!.start } : name;
  }

  function isOrdinary(token: number): boolean {
    const { rank } = view.facts[token]!;
    return rank > 0 && rank < RARE && !hasHead(token) && view.phrases[token] === 0;
  }

  /** "[Bay Union] of [Ohio]", and "[Bank] of [England]" where the bare head was taken for a place. */
  function isBranch(before: Name, name: Name): boolean {
    if (form(before.endToken) !== "of") return false;
    const isLone = before.endToken - before.firstToken === 1;
    // "[Federation] of [African Football]"
    if (name.type !== "place" && !(name.type === "organization" && isLone)) return false;
    const isHead = before.type === "place" && isLone;
    if (before.type !== "organization" && !isHead) return false;
    return name.firstToken - before.endToken === 1 && hasHead(before.endToken - 1) && name.endToken <= endOf(before);
  }

  /** "Ann [Lee]": a first name right before a single word, which the tagger took for the first word of its sentence. */
  function withFirstName(name: Name, taken: number): Name {
    const first = name.firstToken - 1;
    if (name.type !== "person" || name.endToken - name.firstToken > 1 || first < taken || first < view.first[first]!)
      return name;
    const isFirstName = (gazetteer.word(form(first)) & (WORD.femaleName | WORD.maleName)) !== 0;
    if (!isFirstName || view.doc.tags[first]?.pos !== "PROPN" || view.first[first] !== view.first[name.firstToken])
      return name;
    return { ...name, firstToken: first, start: tokens[first]!.start };
  }

  /** "J. [Ann Lee]" */
  function withInitial(name: Name, taken: number): Name {
    if (name.type !== "person") return name;
    const last = name.firstToken - 1;
    const first = form(last) === "." ? last - 1 : last;
    const isInitial = /^\p{Lu}$/u.test(form(first)) && first < last;
    if (first < taken || first < view.first[name.firstToken]! || !(isInitial || /^\p{Lu}\.$/u.test(form(first))))
      return name;
    return { ...name, firstToken: first, start: tokens[first]!.start };
  }

  /** "Bank of [England]": a head that the tagger passed over. */
  function withHead(name: Name, taken: number): Name {
    const head = name.firstToken - 2;
    if (name.type !== "place" || head < taken || head < view.first[name.firstToken]! || form(head + 1) !== "of")
      return name;
    if (!hasHead(head) || !isCapital(head) || view.doc.tags[head]?.pos !== "PROPN" || isCapital(head - 1)) return name;
    return { ...name, type: "organization", firstToken: head, start: tokens[head]!.start };
  }

  /** "[Bay] War": the place and what happened there. */
  function withEvent(name: Name): Name {
    if ((name.type !== "place" && name.type !== "demonym") || view.mode[name.firstToken] !== 0) return name;
    return name.endToken < endOf(name) && EVENT_HEAD.test(form(name.endToken))
      ? widen(name, name.endToken + 1, "event")
      : name;
  }

  /** "[UN High Commissioner] for Refugees": an office that is named by its charge, however the charge was taken. */
  function withCharge(name: Name, all: readonly Name[]): Name {
    const { type, firstToken, endToken } = name;
    if (type !== "organization" || endToken - firstToken < 2 || form(endToken) !== "for") return name;
    if ((gazetteer.word(form(endToken - 1)) & WORD.title) === 0 || view.mode[firstToken] !== 0) return name;
    let end = endToken + 1;
    while (end < endOf(name) && isCapital(end)) end++;
    const isWhole = all.every((other) => other.firstToken >= end || other.endToken <= end);
    return end > endToken + 1 && isWhole ? widen(name, end) : name;
  }

  /** "[European] Council President Ann Lee": she presides over the council. */
  function withBody(name: Name, all: readonly Name[]): Name {
    const head = name.endToken;
    if (name.type !== "demonym" || head + 2 >= endOf(name) || !isCapital(head) || !hasHead(head)) return name;
    if ((gazetteer.word(form(head + 1)) & WORD.title) === 0 || !isCapital(head + 1)) return name;
    const isFollowed = all.some(({ type, firstToken }) => type === "person" && firstToken === head + 2);
    return isFollowed && all.every((other) => other.firstToken !== head) ? widen(name, head + 1, "organization") : name;
  }

  /** "[Senate] banking committee": a chamber's committee, which many papers write small. */
  function withCommittee(name: Name): Name {
    if (name.endToken - name.firstToken > 1 || !CHAMBER.test(form(name.firstToken))) return name;
    let end = name.endToken;
    while (end < endOf(name) && end - name.endToken < LONGEST_CHARGE && /^\p{Ll}+$/u.test(form(end))) {
      if (COMMITTEE.test(form(end))) return end > name.endToken ? widen(name, end + 1, "organization") : name;
      if (!/^(?:NOUN|ADJ|PROPN|CCONJ)$/.test(view.doc.tags[end]!.pos)) return name;
      end++;
    }
    return name;
  }

  /** "[Committee] for a Clean Bay": a bare head takes the capitalised words that say what it is for. */
  function withPurpose(name: Name, all: readonly Name[]): Name {
    if (name.type !== "organization" || name.endToken - name.firstToken > 1 || !hasHead(name.firstToken)) return name;
    if (view.facts[name.firstToken]!.caps !== CAPS.initial || view.mode[name.firstToken] !== 0) return name;
    if (!/^(?:for|on|to)$/.test(form(name.endToken))) return name;
    let first = name.endToken + 1;
    if (/^(?:a|the)$/.test(form(first))) first++;
    let end = first;
    while (end < endOf(name) && isCapital(end) && (gazetteer.word(form(end)) & (WORD.month | WORD.day)) === 0) end++;
    const isFree = !all.some((other) => other.firstToken < end && other.endToken > first);
    return end - first >= 2 && isFree ? widen(name, end) : name;
  }
}
