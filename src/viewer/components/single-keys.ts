import { readStored, writeStored } from "./stored.ts";

const NAME = "single-keys";

/** Whether single keys do something; people who dictate or use switch control may want them off. */
export function areSingleKeysOn(): boolean {
  return readStored(NAME) !== "off";
}

export function switchSingleKeys(on: boolean): void {
  writeStored(NAME, on ? "on" : "off");
}
