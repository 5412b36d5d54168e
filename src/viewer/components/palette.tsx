import "./menu.css";
import "./palette.css";
import type { ReactNode } from "react";
import { useDeferredValue, useMemo, useState } from "react";
import { Autocomplete, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField } from "react-aria-components";
import { answerQuestion } from "../model/questions.ts";
import { fold, search } from "../model/search.ts";
import { plural, verbOf } from "../model/words.ts";
import { PAGES } from "../pages/registry.ts";
import { useViewStore } from "../state/store.ts";
import { applyAnswer, listCommands } from "./commands.ts";
import type { Workbench } from "./context.ts";
import { useWorkbench } from "./context.ts";
import { DialogFrame } from "./dialog-frame.tsx";
import { Icon, type IconName, PolaritySign, TypeDisc } from "./icons.tsx";

interface Entry {
  readonly id: string;
  readonly mark: ReactNode;
  readonly words: ReactNode;
  readonly text: string;
  readonly hint?: string;
  readonly run: () => void;
}

interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

const EXAMPLES = ["who opposes …", "what does … support", "path … to …", "since 2020", "compare … and …"];

/** One field for everything: questions that become filters, actors, sentences, pages and what can be done. */
export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const desk = useWorkbench();
  const sections = useEntries(desk);
  const [text, setText] = useState("");
  const deferred = useDeferredValue(text);
  const found = useMemo(() => sections(deferred), [sections, deferred]);
  const entries = found.flatMap((section) => section.entries);
  return (
    <DialogFrame title="Ask, search, or do anything" headed={false} onClose={onClose}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField
          aria-label="Ask, search, or do anything"
          className="palette-field"
          autoFocus
          onKeyDown={(event) => {
            // A search field would first wipe its text; here Escape leads back to the page at once.
            if (event.key === "Escape") onClose();
          }}
        >
          <Icon name="search" />
          <Input placeholder="Ask, search, or do anything" />
          <kbd>Esc</kbd>
        </SearchField>
        {text === "" && (
          <p className="palette-examples">
            {EXAMPLES.map((example) => (
              <span key={example}>{example}</span>
            ))}
          </p>
        )}
        <ListBox
          className="palette-list"
          aria-label="What was found"
          selectionMode="none"
          onAction={(id) => {
            const entry = entries.find((one) => one.id === id);
            if (!entry) return;
            onClose();
            entry.run();
          }}
          renderEmptyState={() => <p className="empty">Nothing fits “{text.trim()}”.</p>}
        >
          {found.map(({ title, entries: listed }) => (
            <ListBoxSection key={title} id={title}>
              <Header>{title}</Header>
              {listed.map(({ id, mark, words, text: value, hint }) => (
                <ListBoxItem key={id} id={id} textValue={value} className="hit">
                  {mark}
                  <span className="hit-name" dir="auto">
                    {words}
                  </span>
                  {hint && <span className="hit-meta">{hint}</span>}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Autocomplete>
    </DialogFrame>
  );
}

/** What fits a text, by kind; the likeliest kind first. */
function useEntries(desk: Workbench): (text: string) => readonly Section[] {
  const store = useViewStore();
  return useMemo(() => {
    const { graph, open } = desk;
    const name = (key: string) => graph.getNodeAttribute(key, "label");
    const icon = (one: IconName) => <Icon name={one} />;
    const pages: Entry[] = PAGES.filter((page) => page.listed !== false).map(({ id, label, hint, icon: mark }) => ({
      id: `page ${id}`,
      mark: icon(mark),
      words: label,
      text: label,
      hint,
      run: () => store.dispatch({ type: "show-page", page: id }),
    }));
    const commands: Entry[] = listCommands(desk, store).map(({ id, label, icon: mark, key, run }) => ({
      id: `do ${id}`,
      mark: icon(mark),
      words: label,
      text: label,
      ...(key && { hint: key }),
      run,
    }));
    return (text) => {
      const query = fold(text.trim());
      const fits = (entry: Entry) => query.split(" ").every((word) => fold(entry.text).includes(word));
      const hits = search(graph, text, { actors: 5, sentences: 4 });
      const sections: Section[] = [
        {
          title: "Answer",
          entries: (query ? answerQuestion(graph, text) : []).map((answer, at) => ({
            id: `answer ${at}`,
            mark: icon(answer.path ? "path" : answer.compare ? "table" : "filter"),
            words: answer.words,
            text: answer.words,
            run: () => applyAnswer(answer, desk, store),
          })),
        },
        {
          title: "Actors",
          entries: hits.actors.map(({ key }) => ({
            id: `actor ${key}`,
            mark: <TypeDisc type={graph.getNodeAttribute(key, "entityType")} />,
            words: name(key),
            text: name(key),
            hint: plural(graph.degree(key), "line"),
            run: () => open({ kind: "node", key }),
          })),
        },
        {
          title: "Sentences",
          entries: hits.sentences.map(({ edge, at, quote }) => {
            const attributes = graph.getEdgeAttributes(edge);
            const [source, target] = graph.extremities(edge);
            return {
              id: `sentence ${edge} ${at}`,
              mark:
                attributes.kind === "stance" ? (
                  <PolaritySign polarity={attributes.polarity} />
                ) : (
                  <span className="relation-dash" />
                ),
              words: (
                <>
                  <span className="hit-quote">{cutAround(quote, query)}</span>
                  <span className="hit-meta">
                    {name(source)} {verbOf(attributes)} {name(target)}
                  </span>
                </>
              ),
              text: quote,
              run: () => open({ kind: "edge", key: edge, at }),
            };
          }),
        },
        { title: "Pages", entries: pages.filter(fits) },
        { title: "Do", entries: commands.filter(fits) },
      ];
      return sections.filter(({ entries }) => entries.length > 0);
    };
  }, [desk, store]);
}

/** The part of a sentence round what was looked for. */
function cutAround(quote: string, query: string, around = 60): string {
  const at = Math.max(0, fold(quote).indexOf(query));
  const [from, to] = [Math.max(0, at - around), at + query.length + around];
  return `${from > 0 ? "…" : ""}${quote.slice(from, to).trim()}${to < quote.length ? "…" : ""}`;
}
