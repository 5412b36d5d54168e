import "../../components/menu.css";
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { useWorkbench } from "../../components/context.ts";
import { Icon } from "../../components/icons.tsx";
import { MOST_ACTORS } from "../../layout/stance-aware.ts";
import { useView, useViewStore } from "../../state/store.ts";
import type { LayoutName } from "../../state/view-state.ts";

const LAYOUTS: readonly (readonly [LayoutName, string, string])[] = [
  ["built", "As it was built", "Linked actors near each other"],
  ["stance", "Allies near, opponents apart", "By what they hold of each other and of the same things"],
  ["circle", "On a circle", "Every line can be followed by eye"],
];

interface Props {
  /** Lets forces go on from where the actors are. */
  readonly onForces: () => void;
}

/** How the actors are arranged, and what is drawn round them. */
export function ArrangeMenu({ onForces }: Props) {
  const { visible } = useWorkbench();
  const store = useViewStore();
  const layout = useView((view) => view.layout);
  const groups = useView((view) => view.groups);
  const pins = useView((view) => Object.keys(view.pins).length);
  return (
    <MenuTrigger>
      <Button className="bar-button raised">
        <Icon name="arrange" /> Arrange
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu arrange"
          aria-label="Arrange the graph"
          disabledKeys={visible.nodes.size > MOST_ACTORS ? ["stance"] : []}
          onAction={(id) => {
            if (id === "forces") onForces();
            else if (id === "groups") store.dispatch({ type: "set-groups", shown: !groups });
            else if (id === "unpin")
              for (const key of Object.keys(store.getView().pins)) store.dispatch({ type: "unpin", key });
            else store.dispatch({ type: "set-layout", layout: id as LayoutName, places: {} });
          }}
        >
          <MenuSection selectionMode="single" selectedKeys={[layout]} aria-label="Layout">
            {LAYOUTS.map(([id, label, hint]) => (
              <MenuItem key={id} id={id} className="menu-item" textValue={label}>
                <span className="tick-mark">
                  <Icon name="check" />
                </span>
                <span className="menu-words">{label}</span>
                <span className="menu-hint">{hint}</span>
              </MenuItem>
            ))}
            <MenuItem id="forces" className="menu-item" textValue="Go on from here">
              <span className="tick-mark">
                <Icon name="check" />
              </span>
              <span className="menu-words">Go on from here</span>
              <span className="menu-hint">Forces pull and push until you stop them; pins stay</span>
            </MenuItem>
          </MenuSection>
          <MenuSection selectionMode="multiple" selectedKeys={groups ? ["groups"] : []} aria-label="Groups">
            <MenuItem id="groups" className="menu-item" textValue="Ring groups that hang together">
              <span className="tick-mark">
                <Icon name="check" />
              </span>
              <span className="menu-words">Ring groups that hang together</span>
              <span className="menu-hint">By support and relations (Louvain communities)</span>
            </MenuItem>
          </MenuSection>
          {pins > 0 && (
            <MenuSection>
              <Header className="sr-only">Pins</Header>
              <MenuItem id="unpin" className="menu-item" textValue="Put all pins back">
                <Icon name="pin" />
                <span className="menu-words">Put all pins back</span>
                <span className="count">{pins}</span>
              </MenuItem>
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
