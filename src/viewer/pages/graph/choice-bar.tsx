import { Button } from "react-aria-components";
import { choiceDeeds } from "../../components/actor-actions.ts";
import { useWorkbench } from "../../components/context.ts";
import { Icon } from "../../components/icons.tsx";
import { plural } from "../../model/words.ts";
import { useView, useViewStore } from "../../state/store.ts";

/** What can be done with the actors that were chosen together, as soon as there are any. */
export function ChoiceBar() {
  const desk = useWorkbench();
  const store = useViewStore();
  const marked = useView((view) => view.marked).filter((key) => desk.graph.hasNode(key));
  if (marked.length === 0) return null;
  return (
    <div className="choice-bar" role="toolbar" aria-label="Chosen actors">
      <p aria-live="polite">
        <strong>{plural(marked.length, "actor")}</strong> chosen
      </p>
      {choiceDeeds(desk, store, marked).map(({ id, label, icon, run }) => (
        <Button key={id} className="bar-button" onPress={run}>
          <Icon name={icon} /> {label}
        </Button>
      ))}
      <Button
        className="icon-button"
        aria-label="Clear the choice"
        onPress={() => store.dispatch({ type: "mark", keys: [] })}
      >
        <Icon name="close" />
      </Button>
    </div>
  );
}
