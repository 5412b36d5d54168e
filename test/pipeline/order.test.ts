import { describe, expect, test } from "vitest";
import { type AnyComponent, type Component, type Layer, UsageError } from "../../src/core/index.ts";
import { createPipeline } from "../../src/pipeline/index.ts";

function component(name: string, requires: Layer[], assigns: Layer[]): AnyComponent {
  return { name, requires, assigns, run: () => Object.fromEntries(assigns.map((layer) => [layer, []])) as never };
}

describe("createPipeline({ components })", () => {
  test("refuses a component whose layer comes later, and says what to put before it", async () => {
    const components = [
      component("attributor", ["mentions"], ["attributions"]),
      component("mentioner", [], ["mentions"]),
    ];
    await expect(createPipeline({ components })).rejects.toThrow(
      'createPipeline: "attributor" requires the layer "mentions", which no earlier component assigns. Put "mentioner" before it.',
    );
  });
  test("refuses a layer that nobody assigns", async () => {
    await expect(createPipeline({ components: [component("a", ["names"], [])] })).rejects.toThrow(
      'Add a component that assigns "names".',
    );
  });
  test("refuses two owners of one layer", async () => {
    const components = [component("a", [], ["names"]), component("b", [], ["names"])];
    await expect(createPipeline({ components })).rejects.toBeInstanceOf(UsageError);
  });
  test("runs a user's own asynchronous component and stores its layer", async () => {
    const own: Component<never, "blocks"> = {
      name: "one-block",
      requires: [],
      assigns: ["blocks"],
      run: async (doc) => ({ blocks: [{ start: 0, end: doc.text.length, kind: "paragraph", pieces: [] }] }),
    };
    const pipeline = await createPipeline({ components: [own] });
    const doc = await pipeline.run({ id: "a", text: "Hello." });
    expect(doc.blocks).toEqual([{ start: 0, end: 6, kind: "paragraph", pieces: [] }]);
  });
  test("refuses what is no document", async () => {
    const pipeline = await createPipeline({ components: [] });
    await expect(pipeline.run({ id: 7 } as never)).rejects.toThrow("expected { id: string, text: string }");
  });
});
