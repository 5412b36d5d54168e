import { useCallback, useMemo } from "react";
import { useView, useViewStore } from "./store.ts";
import type { PageOptions } from "./view-state.ts";

type Value = string | number | boolean | readonly string[];
type Values = Readonly<Record<string, Value>>;
/** `"a"` given as a default means any text, so a literal type is widened. */
type Widen<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string extends T[K]
      ? string
      : T[K]
    : T[K] extends number
      ? number
      : T[K] extends boolean
        ? boolean
        : readonly string[];
};

/**
 * Reads a page's options as the types of its defaults. They may come from a link, so what does not fit (a word for a
 * number, say) gives the default; a page still has to check that a text is one of its own words or a key of the graph.
 */
export function readPageOptions<T extends Values>(options: PageOptions | undefined, defaults: T): Widen<T> {
  const read = (name: string, otherwise: Value): Value => {
    const text = options && Object.hasOwn(options, name) ? options[name] : undefined;
    if (text === undefined) return otherwise;
    if (typeof otherwise === "string") return text;
    if (typeof otherwise === "boolean") return text === "yes" ? true : text === "no" ? false : otherwise;
    if (typeof otherwise === "number")
      return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : otherwise;
    return text === "none" ? [] : text.split(",").map(decode);
  };
  return Object.fromEntries(
    Object.entries(defaults).map(([name, otherwise]) => [name, read(name, otherwise)]),
  ) as Widen<T>;
}

/** Options as text; what equals the default becomes "", which takes it out of the link. */
export function writePageOptions<T extends Values>(values: Partial<Widen<T>>, defaults: T): PageOptions {
  const write = (value: Value): string => {
    if (typeof value === "boolean") return value ? "yes" : "no";
    if (typeof value === "string" || typeof value === "number") return String(value);
    return value.length === 0 ? "none" : value.map(encodeURIComponent).join(",");
  };
  return Object.fromEntries(
    Object.entries(values as Values).map(([name, value]) => {
      const text = write(value);
      return [name, text === write(defaults[name]!) ? "" : text];
    }),
  );
}

/**
 * A page's own settings. They are part of the view: undone by Ctrl+Z, kept in links and saved views.
 *
 * @param page the page's id in the registry
 * @param defaults every option with its default; declare it outside the component
 * @returns the options now, and a function that changes some of them
 * @example const [{ order, least }, setOptions] = usePageOptions("matrix", { order: "seriated", least: 1 });
 */
export function usePageOptions<T extends Values>(
  page: string,
  defaults: T,
): readonly [Widen<T>, (values: Partial<Widen<T>>) => void] {
  const store = useViewStore();
  const options = useView(({ pageOptions }) => pageOptions[page]);
  const values = useMemo(() => readPageOptions(options, defaults), [options, defaults]);
  const set = useCallback(
    (changed: Partial<Widen<T>>) =>
      store.dispatch({ type: "set-page-options", page, options: writePageOptions(changed, defaults) }),
    [store, page, defaults],
  );
  return [values, set];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
