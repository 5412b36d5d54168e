import "./export-page.css";
import { useEffect, useMemo, useState } from "react";
import { Button, Input, Label, TextField } from "react-aria-components";
import { buildIdOf, selectGraph, toSvg } from "../../../export/index.ts";
import type { StanceGraph } from "../../../graph/index.ts";
import { readPalette } from "../../canvas/colors.ts";
import { Choice } from "../../components/choice.tsx";
import { useWorkbench } from "../../components/context.ts";
import { PageHead } from "../../components/page-head.tsx";
import { saveBlob } from "../../components/save-blob.ts";
import { saveText } from "../../components/save-text.ts";
import { isFiltered } from "../../model/filters.ts";
import { filtersInWords } from "../../model/filters-in-words.ts";
import { plural } from "../../model/words.ts";
import { usePageOptions } from "../../state/page-options.ts";
import { useView } from "../../state/store.ts";
import { FORMAT_GROUPS, type Format } from "./formats.ts";
import { loadFace, toPng } from "./picture.ts";

const DEFAULTS = { scope: "visible", title: "Who stands where" };
/** Above this many lines the picture is drawn when asked for, not at once. */
const MOST_PREVIEWED = 4000;

/** Takes what is shown, or all of it, out of the viewer. */
export default function ExportPage() {
  const { graph, visible, announce } = useWorkbench();
  const filters = useView((view) => view.filters);
  const [options, setOptions] = usePageOptions("export", DEFAULTS);
  const [failure, setFailure] = useState("");
  const all = options.scope === "all";
  const chosen = useMemo(() => (all ? graph : selectGraph(graph, visible)), [all, graph, visible]);
  const buildId = useMemo(() => buildIdOf(graph), [graph]);
  const draw = useDrawing(chosen, graph, {
    all,
    title: options.title,
    buildId,
    filters: all ? "The whole graph." : filtersInWords(filters, graph),
  });

  const attempt = (name: string, work: () => Promise<void> | void) => {
    setFailure("");
    Promise.resolve()
      .then(work)
      .then(() => announce(`${name} was saved.`))
      .catch((error: unknown) => setFailure(`${name} was not made: ${(error as Error).message}`));
  };
  const base = `stances-${buildId}`;
  const save = ({ label, ending, type, write }: Format) =>
    attempt(label, async () => saveText(base + ending, await write(chosen), type));
  const empty = chosen.order === 0;
  return (
    <div className="page export-page">
      <PageHead
        title="Export"
        standfirst="Take it with you: files are made here in the browser, and nothing is sent anywhere."
      />
      <div className="export-choices">
        <Choice
          label="What"
          options={[
            ["visible", isFiltered(filters) ? "What the filters leave" : "What the graph shows"],
            ["all", "Everything"],
          ]}
          value={all ? "all" : "visible"}
          onChange={(scope) => setOptions({ scope })}
        />
        <p className="export-count" data-testid="export-count">
          {plural(chosen.order, "actor")}, {plural(chosen.size, "line")}
        </p>
      </div>
      {failure && (
        <p className="export-failure" role="alert">
          {failure}
        </p>
      )}
      <div className="export-columns">
        <section aria-label="Picture">
          <Preview svg={draw.preview} lines={chosen.size} empty={empty} />
          <TextField className="export-title" value={options.title} onChange={(title) => setOptions({ title })}>
            <Label>Title of the picture</Label>
            <Input maxLength={120} />
          </TextField>
          <div className="export-buttons">
            {[1, 2, 4].map((scale) => (
              <Button
                key={scale}
                className="chip"
                isDisabled={empty}
                onPress={() =>
                  attempt("The image", async () =>
                    saveBlob(`${base}${scale === 1 ? "" : `@${scale}x`}.png`, await toPng(await draw.make(), scale)),
                  )
                }
              >
                PNG {scale}×
              </Button>
            ))}
            <Button
              className="chip"
              isDisabled={empty}
              onPress={() =>
                attempt("The picture", async () => saveText(`${base}.svg`, await draw.make(), "image/svg+xml"))
              }
            >
              SVG
            </Button>
          </div>
        </section>
        <div>
          {FORMAT_GROUPS.map(({ title, formats }) => (
            <section key={title} className="export-group">
              <h3>{title}</h3>
              <ul>
                {formats.map((format) => (
                  <li key={format.id}>
                    <Button className="export-format" onPress={() => save(format)} isDisabled={empty}>
                      <strong>{format.label}</strong> <span>{format.ending.replace(/^-.*\./, ".")}</span>
                    </Button>
                    <p>{format.hint}</p>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}

interface DrawingWords {
  readonly all: boolean;
  readonly title: string;
  readonly buildId: string;
  readonly filters: string;
}

/** The picture as SVG: a preview at once where it is small, and the whole with its face when it is asked for. */
function useDrawing(chosen: StanceGraph, graph: StanceGraph, { all, title, buildId, filters }: DrawingWords) {
  const { dark } = useWorkbench();
  const pins = useView((view) => view.pins);
  const [face, setFace] = useState("");
  useEffect(() => {
    void loadFace().then(setFace);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the palette is read from the page, which follows the theme
  const options = useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    const palette = readPalette((name) => style.getPropertyValue(name));
    const rest = all ? 0 : graph.order - chosen.order;
    const words = rest > 0 ? `${filters} ${plural(rest, "actor")} not shown.` : filters;
    return { title: title.trim() || DEFAULTS.title, filters: words, buildId, palette, places: pins };
  }, [all, title, buildId, filters, pins, dark, graph, chosen]);
  const preview = useMemo(
    () => (chosen.size > MOST_PREVIEWED ? undefined : toSvg(chosen, { ...options, css: face })),
    [chosen, options, face],
  );
  return { preview, make: async () => toSvg(chosen, { ...options, css: face || (await loadFace()) }) };
}

interface PreviewProps {
  readonly svg: string | undefined;
  readonly lines: number;
  readonly empty: boolean;
}

function Preview({ svg, lines, empty }: PreviewProps) {
  const [url, setUrl] = useState("");
  useEffect(() => {
    if (svg === undefined) return;
    const made = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  if (empty) return <p className="empty">The filters leave nothing to draw.</p>;
  if (svg === undefined)
    return <p className="empty">{plural(lines, "line")}: too many for a preview. The files hold them all.</p>;
  return url ? <img className="export-preview" src={url} alt="The graph with its legend, as it will be saved" /> : null;
}
