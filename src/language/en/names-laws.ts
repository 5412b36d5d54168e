import type { Name } from "../../core/index.ts";
import type { NamesView } from "./names-features.ts";
import { keyOf } from "./names-pooling.ts";

/** Two surnames with a hyphen between. */
const PAIR = /^\p{Lu}\p{L}+[-–]\p{Lu}\p{L}+$/u;
const LAW = /^(?:law|laws|act|bill|reform|reforms|legislation|rules|regulations|amendment)$/i;

/** Makes laws of the pairs of sponsors that a document calls a law anywhere: "the Orvik-Tocca reforms", "Orvik-Tocca". */
export function settleLaws(view: NamesView, names: readonly Name[]): readonly Name[] {
  const { tokens } = view.doc;
  const isPair = ({ firstToken, endToken, type }: Name): boolean => {
    if ((type !== "person" && type !== "organization") || endToken - firstToken > 3) return false;
    const forms = tokens.slice(firstToken, endToken).map(({ form }) => form);
    return PAIR.test(forms.join(""));
  };
  const laws = new Set<string>();
  for (const name of names)
    if (isPair(name) && LAW.test(tokens[name.endToken]?.form ?? "")) laws.add(keyOf(view, name));
  if (laws.size === 0) return names;
  return names.map((name) => (isPair(name) && laws.has(keyOf(view, name)) ? { ...name, type: "law" } : name));
}
