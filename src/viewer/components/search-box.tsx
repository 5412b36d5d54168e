import "./search-box.css";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import {
  Autocomplete,
  Button,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from "react-aria-components";
import { fold, search } from "../model/search.ts";
import { plural, verbOf } from "../model/words.ts";
import { useView, useViewStore } from "../state/store.ts";
import { useWorkbench } from "./context.ts";
import { Icon, PolaritySign, TypeDisc } from "./icons.tsx";

/** Finds actors and sentences. Enter opens the first hit; the arrow keys choose another. */
export function SearchBox() {
  const { graph, open } = useWorkbench();
  const store = useViewStore();
  const query = useView((view) => view.query);
  const [active, setActive] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const deferred = useDeferredValue(query);
  const hits = useMemo(() => search(graph, deferred), [graph, deferred]);
  const choose = (id: string) => {
    const actor = hits.actors.find((hit) => `actor ${hit.key}` === id);
    const sentence = hits.sentences.find((hit) => `sentence ${hit.edge} ${hit.at}` === id);
    if (actor) open({ kind: "node", key: actor.key });
    else if (sentence) open({ kind: "edge", key: sentence.edge, at: sentence.at });
    else return;
    setActive(false);
  };
  const name = (key: string) => graph.getNodeAttribute(key, "label");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notes whether the focus is inside
    <div
      ref={box}
      className="search"
      onFocus={() => setActive(true)}
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) setActive(false);
      }}
    >
      <Autocomplete
        inputValue={query}
        onInputChange={(text) => {
          setActive(true);
          store.dispatch({ type: "search", query: text });
        }}
      >
        <SearchField aria-label="Search actors and sentences" className="search-field">
          <Icon name="search" />
          <Input
            placeholder="Search actors and sentences"
            id="search"
            onKeyDown={(event) => {
              if (event.key === "Escape" && query === "") setActive(false);
            }}
          />
          <kbd>/</kbd>
          <Button className="icon-button" aria-label="Clear the search">
            <Icon name="close" />
          </Button>
        </SearchField>
        {active && query.trim() !== "" && (
          <div className="search-results">
            <ListBox
              aria-label="Hits"
              selectionMode="none"
              onAction={(key) => choose(String(key))}
              renderEmptyState={() => (
                <p className="empty">Nothing is called “{query.trim()}”, and no sentence says it.</p>
              )}
            >
              {hits.actors.length > 0 && (
                <ListBoxSection id="actors">
                  <Header>
                    Actors{" "}
                    {hits.totals.actors > hits.actors.length && `(${hits.actors.length} of ${hits.totals.actors})`}
                  </Header>
                  {hits.actors.map((hit) => (
                    <ListBoxItem key={hit.key} id={`actor ${hit.key}`} textValue={name(hit.key)} className="hit">
                      <TypeDisc type={graph.getNodeAttribute(hit.key, "entityType")} />
                      <span className="hit-name" dir="auto">
                        <Found text={name(hit.key)} query={deferred} />
                        {hit.alias && (
                          <span className="hit-alias">
                            also <Found text={hit.alias} query={deferred} />
                          </span>
                        )}
                      </span>
                      <span className="hit-meta">{plural(graph.degree(hit.key), "line")}</span>
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              )}
              {hits.sentences.length > 0 && (
                <ListBoxSection id="sentences">
                  <Header>
                    Sentences{" "}
                    {hits.totals.sentences > hits.sentences.length &&
                      `(${hits.sentences.length} of ${hits.totals.sentences})`}
                  </Header>
                  {hits.sentences.map((hit) => {
                    const attributes = graph.getEdgeAttributes(hit.edge);
                    const [source, target] = graph.extremities(hit.edge);
                    return (
                      <ListBoxItem
                        key={`${hit.edge} ${hit.at}`}
                        id={`sentence ${hit.edge} ${hit.at}`}
                        textValue={hit.quote}
                        className="hit sentence"
                      >
                        {attributes.kind === "stance" ? (
                          <PolaritySign polarity={attributes.polarity} />
                        ) : (
                          <span className="relation-dash" />
                        )}
                        <span className="hit-name">
                          <span className="hit-quote" dir="auto">
                            <Found text={hit.quote} query={deferred} around={70} />
                          </span>
                          <span className="hit-alias">
                            {name(source)} {verbOf(attributes)} {name(target)}
                          </span>
                        </span>
                      </ListBoxItem>
                    );
                  })}
                </ListBoxSection>
              )}
            </ListBox>
          </div>
        )}
      </Autocomplete>
    </div>
  );
}

/** The text with the words that were looked for in bold, cut to `around` characters either side of them. */
function Found({ text, query, around }: { readonly text: string; readonly query: string; readonly around?: number }) {
  const folded = fold(text);
  // Folding may change the length ("ﬁ"); then the place in the text is not known and nothing is marked.
  const at = folded.length === text.length ? folded.indexOf(fold(query.trim())) : -1;
  if (at < 0) return <>{around && text.length > 2 * around ? `${text.slice(0, 2 * around)}…` : text}</>;
  const end = at + query.trim().length;
  const from = around ? Math.max(0, at - around) : 0;
  const to = around ? Math.min(text.length, end + around) : text.length;
  return (
    <>
      {from > 0 && "…"}
      {text.slice(from, at)}
      <b>{text.slice(at, end)}</b>
      {text.slice(end, to)}
      {to < text.length && "…"}
    </>
  );
}
