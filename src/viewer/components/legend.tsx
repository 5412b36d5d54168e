import "./slider.css";
import "./legend.css";
import { type ReactNode, useRef } from "react";
import { Button, Checkbox, Disclosure, DisclosurePanel, Slider, SliderThumb, SliderTrack } from "react-aria-components";
import type { Polarity } from "../../core/index.ts";
import type { Facet } from "../model/facets.ts";
import { isFiltered } from "../model/filters.ts";
import { isStanceLine, listLines } from "../model/stance-graph.ts";
import { entityTypePlural, POLARITY_WORDS, plural, predicateNoun } from "../model/words.ts";
import { useView, useViewStore } from "../state/store.ts";
import type { FacetValue } from "../state/view-state.ts";
import { useWorkbench } from "./context.ts";
import { Icon, SIGN_PATHS, TypeDisc } from "./icons.tsx";
import { LensControl } from "./lens-control.tsx";

/** What the colours and marks mean, how many there are of each, and the switches that show and hide them. */
export function Legend() {
  const { graph, facets, visible } = useWorkbench();
  const store = useViewStore();
  const filters = useView((view) => view.filters);
  const lines = listLines(graph);
  const stances = lines.filter(isStanceLine);
  const shown = stances.filter((line) => visible.edges.has(line.key)).length;
  const relations = facets.predicates.reduce((total, { count }) => total + count, 0);
  const predicates = facets.predicates.map(({ value }) => value);
  const hidden = predicates.filter((value) => filters.hiddenPredicates.includes(value));
  const linked = new Set(lines.flatMap(({ source, target }) => [source, target]));
  const unlinked = graph.order - linked.size;
  return (
    <div className="legend">
      <Group title="Stances">
        {facets.polarities.map((facet) => (
          <Switch
            key={facet.value}
            facet="polarity"
            all={facets.polarities}
            item={facet}
            name={POLARITY_WORDS[facet.value].noun}
          >
            <LineSwatch polarity={facet.value} />
          </Switch>
        ))}
      </Group>
      {predicates.length > 0 && (
        <Disclosure className="legend-group">
          {({ isExpanded }) => (
            <>
              <div className="legend-fold">
                <Checkbox
                  className="switch"
                  isSelected={hidden.length === 0}
                  isIndeterminate={hidden.length > 0 && hidden.length < predicates.length}
                  onChange={(isShown) =>
                    store.dispatch({ type: "set-values-shown", facet: "predicate", values: predicates, shown: isShown })
                  }
                >
                  <LineSwatch />
                  <span className="switch-name">Relations</span>
                  <span className="count">{relations}</span>
                </Checkbox>
                <Button
                  slot="trigger"
                  className="icon-button"
                  aria-label={isExpanded ? "Hide the kinds" : "Show the kinds"}
                >
                  <span className={`caret${isExpanded ? " open" : ""}`}>
                    <Icon name="next" />
                  </span>
                </Button>
              </div>
              <DisclosurePanel>
                {facets.predicates.map((facet) => (
                  <Switch
                    key={facet.value}
                    facet="predicate"
                    all={facets.predicates}
                    item={facet}
                    name={predicateNoun(facet.value)}
                  />
                ))}
              </DisclosurePanel>
            </>
          )}
        </Disclosure>
      )}
      <Group title="Actors">
        {facets.types.map((facet) => (
          <Switch key={facet.value} facet="type" all={facets.types} item={facet} name={entityTypePlural(facet.value)}>
            <TypeDisc type={facet.value} />
          </Switch>
        ))}
        {unlinked > 0 && (
          <Checkbox
            className="switch plain"
            isSelected={filters.unlinked}
            onChange={(isShown) => store.dispatch({ type: "set-unlinked", shown: isShown })}
          >
            <span className="tick" />
            <span className="switch-name">Those without a line</span>
            <span className="count">{unlinked}</span>
          </Checkbox>
        )}
      </Group>
      <LensControl />
      <Slider
        className="confidence-slider"
        minValue={0}
        maxValue={0.95}
        step={0.05}
        formatOptions={{ style: "percent" }}
        value={filters.minConfidence}
        onChange={(value) => store.dispatch({ type: "set-min-confidence", value })}
        aria-label="Least confidence"
      >
        <h3>
          <span>Confidence</span>
          <span className="count">
            {filters.minConfidence > 0 ? `${Math.round(filters.minConfidence * 100)}% or more` : "any"}
          </span>
        </h3>
        <SliderTrack className="track">
          {({ state }) => (
            <>
              <span className="fill" style={{ insetInlineStart: `${state.getThumbPercent(0) * 100}%` }} />
              <SliderThumb className="thumb" />
            </>
          )}
        </SliderTrack>
      </Slider>
      <div className="legend-foot">
        <p data-testid="shown">
          {shown === stances.length
            ? `All ${plural(stances.length, "stance")} shown`
            : `${shown} of ${plural(stances.length, "stance")} shown`}
        </p>
        {isFiltered(filters) && (
          <Button className="quiet" onPress={() => store.dispatch({ type: "reset-filters" })}>
            Show everything
          </Button>
        )}
      </div>
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="legend-group">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function LineSwatch({ polarity }: { readonly polarity?: Polarity }) {
  const color = polarity ? `var(--${polarity})` : "var(--relation)";
  return (
    <svg className="line-swatch" viewBox="0 0 34 18" width="34" height="18" aria-hidden="true">
      <path d="M0 9H28" fill="none" stroke={color} strokeWidth={polarity ? 2.2 : 1.5} />
      <path d="M34 9L26.500 5.500V12.500z" fill={color} />
      {polarity && (
        <>
          <circle cx="13" cy="9" r="6.500" fill="var(--paper)" stroke={color} strokeWidth="1.500" />
          <path
            d={SIGN_PATHS[polarity]}
            transform="translate(5 1)"
            stroke={color}
            strokeWidth="1.600"
            strokeLinecap="round"
          />
        </>
      )}
    </svg>
  );
}

interface SwitchProps<T extends string> {
  readonly facet: FacetValue["facet"];
  readonly all: readonly Facet<T>[];
  readonly item: Facet<T>;
  readonly name: string;
  readonly children?: ReactNode;
}

/** One value of the legend. Alt-click, or the button “only”, leaves this one alone. */
function Switch<T extends FacetValue["value"]>({ facet, all, item, name, children }: SwitchProps<T>) {
  const store = useViewStore();
  const alt = useRef(false);
  const only = () =>
    store.dispatch({ type: "only-values", facet, values: [item.value], all: all.map(({ value }) => value) });
  return (
    <div
      className="switch-row"
      onPointerDownCapture={(event) => {
        alt.current = event.altKey;
      }}
      onKeyDownCapture={(event) => {
        alt.current = event.altKey;
      }}
    >
      <Checkbox
        className="switch"
        isSelected={item.shown}
        onChange={() => {
          if (alt.current) only();
          else
            store.dispatch({ type: "toggle-value", facet, value: item.value } as FacetValue & { type: "toggle-value" });
        }}
      >
        {children ?? <span className="tick" />}
        <span className="switch-name">{name}</span>
        <span className="count">{item.count}</span>
      </Checkbox>
      <Button className="only" aria-label={`Only ${name}`} onPress={only}>
        only
      </Button>
    </div>
  );
}
