import "./actor-picker.css";
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import type { EntityType } from "../../core/index.ts";
import { Icon, TypeDisc } from "./icons.tsx";

export interface PickedActor {
  readonly key: string;
  readonly name: string;
  readonly type: EntityType;
  /** A few words beside the name: "12 statements". */
  readonly note?: string;
}

interface Props {
  readonly label: string;
  readonly actors: readonly PickedActor[];
  readonly value: string | undefined;
  readonly onChange: (key: string) => void;
}

/** A field that takes an actor by its name, with the list of those that there are. */
export function ActorPicker({ label, actors, value, onChange }: Props) {
  return (
    <ComboBox
      className="actor-picker"
      defaultItems={actors.map((actor) => ({ ...actor, id: actor.key }))}
      value={value ?? null}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      menuTrigger="focus"
    >
      <Label className="control-label">{label}</Label>
      <div className="actor-picker-field">
        <Input placeholder="Choose an actor" />
        <Button className="icon-button" aria-label="Show the list">
          <Icon name="next" />
        </Button>
      </div>
      <Popover className="popover actor-picker-list" offset={4}>
        <ListBox<PickedActor & { id: string }> renderEmptyState={() => <p className="empty">Nobody is called so.</p>}>
          {(actor) => (
            <ListBoxItem className="hit" textValue={actor.name}>
              <TypeDisc type={actor.type} size={16} />
              <span className="hit-name" dir="auto">
                {actor.name}
              </span>
              {actor.note && <span className="hit-meta">{actor.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
