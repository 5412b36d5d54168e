import { Stage } from "./stage.tsx";

/** The graph as a drawing. */
export default function GraphPage() {
  return <Stage />;
}
