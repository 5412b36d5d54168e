import { type AnyComponent, type Layer, UsageError } from "../core/index.ts";

/**
 * Checks that every layer a component requires is assigned by an earlier one.
 * @throws UsageError naming the component, the layer, and the component to put before it
 */
export function checkOrder(components: readonly AnyComponent[]): void {
  const assigned = new Map<Layer, string>();
  for (const component of components) {
    for (const layer of component.requires) {
      if (assigned.has(layer)) continue;
      const later = components.find((other) => other.assigns.includes(layer));
      const advice = later ? `Put "${later.name}" before it.` : `Add a component that assigns "${layer}".`;
      throw new UsageError(
        `createPipeline: "${component.name}" requires the layer "${layer}", which no earlier component assigns. ${advice}`,
        { code: "component-order" },
      );
    }
    for (const layer of component.assigns) {
      const owner = assigned.get(layer);
      if (owner !== undefined) {
        throw new UsageError(
          `createPipeline: "${component.name}" assigns the layer "${layer}", which "${owner}" assigns already. Leave one of the two out.`,
          { code: "layer-assigned-twice" },
        );
      }
      assigned.set(layer, component.name);
    }
  }
}
