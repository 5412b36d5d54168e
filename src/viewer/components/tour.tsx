import "./tour.css";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { useWorkbench } from "./context.ts";
import { Icon } from "./icons.tsx";
import { onTourStart, rememberTour, wasShownAround } from "./tour-memory.ts";

const STEPS: readonly (readonly [title: string, words: string])[] = [
  [
    "Lines are stances",
    "Blue-green with + is support, vermilion with − is opposition, ochre with ± is mixed. Grey lines are relations. Point at an actor, and all that is not linked to it steps back.",
  ],
  [
    "Every line has its proof",
    "Click a line to read the sentences behind it, with who holds the stance, the words that say it, and according to whom. Click an actor to see everything it holds and receives.",
  ],
  [
    "Ask",
    "Ctrl+K takes questions such as “who opposes …”, “path … to …” or “since 2020”, finds actors and sentences, and leads to every page. What you ask shows as chips that you can take off.",
  ],
];

/** Three short notes for the first minute. They go away for good with one click, and come back from the palette. */
export function Tour() {
  const { announce } = useWorkbench();
  const [step, setStep] = useState(() => (wasShownAround() ? -1 : 0));
  useEffect(() => onTourStart(() => setStep(0)), []);
  const current = STEPS[step];
  if (!current) return null;
  const [title, words] = current;
  const close = () => {
    rememberTour();
    setStep(-1);
  };
  const last = step === STEPS.length - 1;
  return (
    <section className="tour" aria-label="First steps">
      <header>
        <h2>{title}</h2>
        <Button className="icon-button" aria-label="Close the first steps" onPress={close}>
          <Icon name="close" />
        </Button>
      </header>
      <p>{words}</p>
      <footer>
        <span className="line-meta">
          {step + 1} of {STEPS.length}
        </span>
        <Button
          className="primary"
          onPress={() => {
            if (last) return close();
            setStep(step + 1);
            announce(`${STEPS[step + 1]![0]}. ${STEPS[step + 1]![1]}`);
          }}
        >
          {last ? "Look around" : "Next"}
        </Button>
      </footer>
    </section>
  );
}
