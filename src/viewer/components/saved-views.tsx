import "./saved-views.css";
import { useState } from "react";
import { Button, Form, Input, Label, TextField } from "react-aria-components";
import { listChips } from "../model/chips.ts";
import { findPage } from "../pages/registry.ts";
import { parseHash, toHash } from "../state/permalink.ts";
import { toSharedHash } from "../state/saved-views.ts";
import { useViewStore } from "../state/store.ts";
import { useWorkbench } from "./context.ts";
import { DialogFrame } from "./dialog-frame.tsx";
import { Icon } from "./icons.tsx";
import { useSavedViews } from "./use-saved-views.ts";

/** Views under captions of the reader's own: to come back to, to show one after another, to send as one link. */
export default function SavedViewsDialog({ onClose }: { readonly onClose: () => void }) {
  const { graph, drawing, announce, sharedViews } = useWorkbench();
  const store = useViewStore();
  const { views, add, rename, remove } = useSavedViews(sharedViews);
  const view = store.getView();
  const words = describe(graph, view);
  const [caption, setCaption] = useState(words);
  const go = (hash: string) => {
    const linked = parseHash(hash, graph);
    store.dispatch({ type: "show-view", view: linked });
    if (!linked.camera && linked.selection) drawing.current?.glideTo(linked.selection);
  };
  const copy = async () => {
    const address = new URL(`#${toSharedHash(toHash(view), views)}`, location.href);
    try {
      await navigator.clipboard.writeText(address.href);
      announce("The link is copied. It carries all saved views.");
    } catch {
      announce("The browser does not let this page copy.");
    }
  };
  return (
    <DialogFrame title="Saved views" onClose={onClose}>
      <div className="dialog-body saved-views">
        <Form
          className="save-view"
          onSubmit={(event) => {
            event.preventDefault();
            add({ caption: caption.trim() || words, hash: toHash(view) });
            announce("The view is saved.");
          }}
        >
          <TextField value={caption} onChange={setCaption}>
            <Label>Caption for what you see now</Label>
            <Input />
          </TextField>
          <Button type="submit" className="primary">
            Save
          </Button>
        </Form>
        {views.length === 0 ? (
          <p className="empty">
            Nothing saved yet. A saved view keeps the page, filters, selection, layout, pins and camera.
          </p>
        ) : (
          <ol>
            {views.map((saved, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two views may be the same
              <li key={at}>
                <Button
                  className="saved-view"
                  onPress={() => {
                    onClose();
                    go(saved.hash);
                  }}
                >
                  <span className="saved-caption" dir="auto">
                    {saved.caption}
                  </span>
                  <span className="line-meta">{describe(graph, parseHash(saved.hash, graph))}</span>
                </Button>
                <CaptionEditor caption={saved.caption} onChange={(next) => rename(at, next)} />
                <Button className="icon-button" aria-label={`Remove “${saved.caption}”`} onPress={() => remove(at)}>
                  <Icon name="trash" />
                </Button>
              </li>
            ))}
          </ol>
        )}
        {views.length > 0 && (
          <Button className="quiet" onPress={copy}>
            <Icon name="link" /> Copy a link that carries all of them
          </Button>
        )}
      </div>
    </DialogFrame>
  );
}

function CaptionEditor({ caption, onChange }: { readonly caption: string; readonly onChange: (text: string) => void }) {
  const [editing, setEditing] = useState(false);
  if (!editing) {
    return (
      <Button className="icon-button" aria-label={`Change the caption “${caption}”`} onPress={() => setEditing(true)}>
        <Icon name="edit" />
      </Button>
    );
  }
  return (
    <TextField
      className="caption-editor"
      aria-label="Caption"
      defaultValue={caption}
      autoFocus
      onBlur={() => setEditing(false)}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        onChange((event.target as HTMLInputElement).value.trim() || caption);
        setEditing(false);
      }}
    >
      <Input />
    </TextField>
  );
}

/** A view in words: its page, what is open, its filters. */
function describe(
  graph: Parameters<typeof listChips>[0],
  view: Pick<ReturnType<typeof parseHash>, "page" | "filters" | "selection">,
): string {
  const { selection } = view;
  const name = (key: string) => graph.getNodeAttribute(key, "label");
  const open =
    selection?.kind === "node"
      ? name(selection.key)
      : selection?.kind === "edge"
        ? graph.extremities(selection.key).map(name).join(" – ")
        : undefined;
  return [findPage(view.page).label, open, ...listChips(graph, view.filters).map(({ words }) => words)]
    .filter(Boolean)
    .join(" · ");
}
