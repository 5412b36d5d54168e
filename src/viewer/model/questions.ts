import { POLARITIES, type Polarity } from "../../core/index.ts";
import type { PathQuery } from "../state/view-state.ts";
import { listChips } from "./chips.ts";
import { DEFAULT_FILTERS, type Filters } from "./filters.ts";
import { findActors } from "./find-actors.ts";
import { fold } from "./search.ts";
import type { StanceGraph } from "./stance-graph.ts";
import { findWhen } from "./when.ts";

/** A question as the program understood it. */
export interface Answer {
  /** What it was understood as, in the words of the filters it sets. */
  readonly words: string;
  readonly filters?: Partial<Filters>;
  readonly path?: PathQuery;
  readonly compare?: readonly [string, string];
}

const VERBS: readonly (readonly [RegExp, Polarity | null])[] = [
  [/^(?:supports?|backs?|favou?rs?|endorses?|praises?|is for|are for|for)\b/, "support"],
  [/^(?:opposes?|rejects?|attacks?|criti[cs]i[sz]es?|is against|are against|against)\b/, "oppose"],
  [/^(?:is mixed about|has mixed views (?:of|about)|wavers (?:on|about)|hedges (?:on|about))/, "mixed"],
  [/^(?:judges?|talks? about|speaks? of|thinks? of|is about|about|on)\b/, null],
];

/**
 * Answers a typed question by filters, without any model: "who opposes huawei", "what does germany support",
 * "path germany huawei", "compare a and b", "only outlet Journal", "as Reuters tells it", "around 5g", "without china",
 * each with "since 2020", "before march 2019" or "in 2018" behind it or alone. Names may be shortened as in the search.
 *
 * @returns the likeliest readings first, at most three; none where the text is no question
 */
export function answerQuestion(graph: StanceGraph, text: string): Answer[] {
  const { rest, period } = findWhen(
    graph,
    fold(text)
      .replace(/[?!.]+$/, "")
      .trim(),
  );
  const when: Partial<Filters> = period ? { period } : {};
  const pair = answerPair(graph, rest);
  if (pair.length > 0) return pair.map((answer) => (period ? { ...answer, filters: when } : answer));
  const found = rest === "" ? (period ? [{}] : []) : [...answerWho(graph, rest), ...answerOther(graph, rest)];
  const answers = found.map((part) => {
    const filters = { ...part, ...when };
    const words = listChips(graph, { ...DEFAULT_FILTERS, ...filters }).map((chip) => chip.words);
    return { words: words.join(" · "), filters };
  });
  // Two actors of one name read the same; the likelier one is meant.
  return answers.filter(({ words }, at) => answers.findIndex((other) => other.words === words) === at).slice(0, 3);
}

const only = (polarity: Polarity | null): Partial<Filters> =>
  polarity ? { hiddenPolarities: POLARITIES.filter((other) => other !== polarity) } : {};

/** "who opposes x", "what does x support", "x opposes y", "opposes x". */
function answerWho(graph: StanceGraph, text: string): Partial<Filters>[] {
  const what =
    /^what (?:does|do|is|are) (.+?) (supports?|backs?|favou?rs?|opposes?|rejects?|for|against|hold|say)$/.exec(text);
  if (what) {
    const polarity = readVerb(what[2]!)?.polarity ?? null;
    return findActors(graph, what[1]!).map((holder) => ({ holder, ...only(polarity) }));
  }
  const words = text.split(" ");
  for (let at = 0; at < words.length - 1; at++) {
    const verb = readVerb(words.slice(at).join(" "));
    if (!verb || verb.rest === "") continue;
    const subject = words
      .slice(0, at)
      .join(" ")
      .replace(/^(?:what does|what do|does|do)\s+/, "");
    const targets = findActors(graph, verb.rest);
    if (targets.length === 0) continue;
    if (subject === "" || /^(?:who|whoever|anyone who|those who|all who)$/.test(subject)) {
      return targets.map((target) => ({ target, ...only(verb.polarity) }));
    }
    const [holder] = findActors(graph, subject);
    if (holder !== undefined) return targets.map((target) => ({ holder, target, ...only(verb.polarity) }));
  }
  return [];
}

function readVerb(text: string): { polarity: Polarity | null; rest: string } | undefined {
  for (const [pattern, polarity] of VERBS) {
    const match = pattern.exec(text);
    if (match) return { polarity, rest: text.slice(match[0].length).trim() };
  }
  return undefined;
}

function answerOther(graph: StanceGraph, text: string): Partial<Filters>[] {
  const outlet = /^(?:only )?(?:outlet|publisher|printed by|published by|in the pages of) (.+)$/.exec(text);
  if (outlet) {
    return findOutlets(graph, outlet[1]!).map((name) => ({ lens: { ...DEFAULT_FILTERS.lens, outlet: name } }));
  }
  const source = /^(?:according to|as told by|told by) (.+)$/.exec(text) ?? /^as (.+) tells it$/.exec(text);
  if (source) {
    return findActors(graph, source[1]!).map((key) => ({ lens: { ...DEFAULT_FILTERS.lens, source: key } }));
  }
  if (/^(?:only )?named sources?(?: only)?$/.test(text))
    return [{ lens: { ...DEFAULT_FILTERS.lens, namedOnly: true } }];
  const around = /^(?:around|near|neighbou?rs of|close to) (.+)$/.exec(text);
  if (around) return findActors(graph, around[1]!).map((key) => ({ focus: { key, depth: 1 } }));
  const without = /^(?:without|hide) (.+)$/.exec(text);
  if (without) return findActors(graph, without[1]!).map((key) => ({ hiddenActors: [key] }));
  return [];
}

function findOutlets(graph: StanceGraph, text: string): string[] {
  const names = new Set(graph.getAttribute("documents").flatMap(({ publisher }) => publisher ?? []));
  return [...names].filter((name) => fold(name).includes(text));
}

/** "path a b", "from a to b", "compare a and b", "a versus b". */
function answerPair(graph: StanceGraph, text: string): Answer[] {
  const name = (key: string) => graph.getNodeAttribute(key, "label");
  const path =
    /^(?:the )?(?:shortest )?(?:path|way|route|chain|link)s?(?: from| between)? (.+)$/.exec(text) ??
    /^from (.+ to .+)$/.exec(text) ??
    /^how (?:is|are) (.+?) (?:linked|connected|related) (?:to|with) (.+)$/.exec(text);
  if (path) {
    const pairs = path[2] ? pairOf(graph, path[1]!, path[2]) : splitPair(graph, path[1]!);
    return pairs.map(([from, to]) => ({
      words: `The way from ${name(from)} to ${name(to)}`,
      path: { from, to, directed: false, over: "all", nth: 0 },
    }));
  }
  const compare = /^compare (.+)$/.exec(text) ?? /^(.+ (?:vs\.?|versus) .+)$/.exec(text);
  if (!compare) return [];
  return splitPair(graph, compare[1]!).map(([a, b]) => ({
    words: `Compare ${name(a)} with ${name(b)}`,
    compare: [a, b],
  }));
}

function pairOf(graph: StanceGraph, one: string, other: string): [string, string][] {
  const [a] = findActors(graph, one);
  const [b] = findActors(graph, other.replace(/^(?:to|and|with|vs\.?|versus) /, ""));
  return a !== undefined && b !== undefined && a !== b ? [[a, b]] : [];
}

/** Two names in a row: at "to", "and" or "with" where there is one, else wherever both sides name somebody. */
function splitPair(graph: StanceGraph, text: string): [string, string][] {
  const joined = /^(.+?) (?:to|and|with|vs\.?|versus) (.+)$/.exec(text);
  if (joined) {
    const pairs = pairOf(graph, joined[1]!, joined[2]!);
    if (pairs.length > 0) return pairs;
  }
  const words = text.split(" ");
  for (let at = 1; at < words.length; at++) {
    const pairs = pairOf(graph, words.slice(0, at).join(" "), words.slice(at).join(" "));
    if (pairs.length > 0) return pairs;
  }
  return [];
}
