import type { StanceGraph } from "./stance-graph.ts";
import { indexDates, type Period } from "./timeline.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DATE = "(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? )?\\d{4}(?:-\\d{2})?";
const SINCE = new RegExp(`(?:^| )(?:since|from|after) (${DATE})$`);
const UNTIL = new RegExp(`(?:^| )(?:until|till|up to|to) (${DATE})$`);
const BEFORE = new RegExp(`(?:^| )before (${DATE})$`);
const IN = new RegExp(`(?:^| )(?:in|during) (${DATE})$`);
const BETWEEN = new RegExp(`(?:^| )(?:between|from) (${DATE}) (?:and|to|until) (${DATE})$`);

/** The period that a question ends with, and the question without it. Open ends reach to the graph's own dates. */
export function findWhen(graph: StanceGraph, text: string): { readonly rest: string; readonly period?: Period } {
  const months = [...indexDates(graph).values()].map((date) => date.slice(0, 7)).sort();
  const [first, last] = [months[0] ?? "0000-01", months.at(-1) ?? "9999-12"];
  const cut = (match: RegExpExecArray) => text.slice(0, match.index).trim();
  const between = BETWEEN.exec(text);
  if (between) return { rest: cut(between), period: { from: startOf(between[1]!), to: endOf(between[2]!) } };
  const inside = IN.exec(text);
  if (inside) return { rest: cut(inside), period: { from: startOf(inside[1]!), to: endOf(inside[1]!) } };
  const since = SINCE.exec(text);
  if (since) return { rest: cut(since), period: { from: startOf(since[1]!), to: later(startOf(since[1]!), last) } };
  const until = UNTIL.exec(text);
  if (until) return { rest: cut(until), period: { from: earlier(first, endOf(until[1]!)), to: endOf(until[1]!) } };
  const before = BEFORE.exec(text);
  if (!before) return { rest: text };
  const to = monthBefore(startOf(before[1]!));
  return { rest: cut(before), period: { from: earlier(first, to), to } };
}

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);

function monthOf(date: string): string | undefined {
  const iso = /-(\d{2})$/.exec(date);
  if (iso) return iso[1]!;
  const index = MONTHS.findIndex((month) => date.startsWith(month));
  return index < 0 ? undefined : String(index + 1).padStart(2, "0");
}

const yearOf = (date: string): string => /\d{4}/.exec(date)![0];
const startOf = (date: string): string => `${yearOf(date)}-${monthOf(date) ?? "01"}`;
const endOf = (date: string): string => `${yearOf(date)}-${monthOf(date) ?? "12"}`;

function monthBefore(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return number > 1
    ? `${String(year)}-${String(number - 1).padStart(2, "0")}`
    : `${String(year - 1).padStart(4, "0")}-12`;
}
