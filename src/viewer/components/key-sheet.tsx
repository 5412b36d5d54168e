import "./key-sheet.css";
import { useState } from "react";
import { Checkbox } from "react-aria-components";
import { KEY_HELP } from "../model/keys.ts";
import { DialogFrame } from "./dialog-frame.tsx";
import { areSingleKeysOn, switchSingleKeys } from "./single-keys.ts";

/** What keys and mouse do, and the switch that turns single keys off. */
export default function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const [on, setOn] = useState(areSingleKeysOn);
  return (
    <DialogFrame title="Keys and mouse" broad onClose={onClose}>
      <div className="dialog-body key-sheet">
        {KEY_HELP.map(({ title, single, keys }) => (
          <section key={title} className={single && !on ? "off" : undefined}>
            <h3>{title}</h3>
            <dl>
              {keys.map(({ keys, does }) => (
                <div key={does}>
                  <dt>
                    {keys.map((one) => (
                      <kbd key={one}>{one}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
            {single && (
              <Checkbox
                className="switch plain"
                isSelected={on}
                onChange={(next) => {
                  switchSingleKeys(next);
                  setOn(next);
                }}
              >
                <span className="tick" />
                <span className="switch-name">Single keys are on, while the graph has the focus</span>
              </Checkbox>
            )}
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}
