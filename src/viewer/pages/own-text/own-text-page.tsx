import { useWorkbench } from "../../components/context.ts";
import { PageHead } from "../../components/page-head.tsx";
import { useViewStore } from "../../state/store.ts";
import { INITIAL_VIEW } from "../../state/view-state.ts";
import { OwnText } from "./own-text.tsx";

/** The page that reads own texts into the open graph, or into one of their own. */
export default function OwnTextPage() {
  const { graph, showGraph, announce } = useWorkbench();
  const store = useViewStore();
  return (
    <div className="page">
      <PageHead
        title="Your own text"
        standfirst="Bring articles, and the program reads them here, in this browser. Nothing is sent anywhere."
      />
      <OwnText
        base={graph}
        onGraph={(grown, fresh) => {
          // Filters and selections of the former graph would hide things in a new one.
          const view = fresh ? { ...INITIAL_VIEW, theme: store.getView().theme } : { page: "graph" };
          store.dispatch({ type: "restore", view });
          showGraph(grown);
          announce(fresh ? "The new graph is open." : "The graph has grown.");
        }}
      />
    </div>
  );
}
