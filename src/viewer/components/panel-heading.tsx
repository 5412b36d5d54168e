import "./panel-heading.css";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import { useViewStore } from "../state/store.ts";
import { Icon } from "./icons.tsx";

interface Props {
  readonly eyebrow: ReactNode;
  readonly children: ReactNode;
  /** What closing does; without it, the selection is cleared. */
  readonly onClose?: () => void;
}

/**
 * The head of a panel with its button to close. It takes the focus when it opens, if the reader came by keyboard, so
 * that reading goes on where the words are.
 */
export function PanelHeading({ eyebrow, children, onClose }: Props) {
  const store = useViewStore();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const active = document.activeElement;
    if (active?.matches(":focus-visible") && !active.closest("input")) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="panel-heading">
      <div className="eyebrow">
        <span>{eyebrow}</span>
        <Button
          className="icon-button"
          aria-label="Close"
          onPress={onClose ?? (() => store.dispatch({ type: "clear-selection" }))}
        >
          <Icon name="close" />
        </Button>
      </div>
      <h2 ref={heading} tabIndex={-1} dir="auto">
        {children}
      </h2>
    </header>
  );
}
