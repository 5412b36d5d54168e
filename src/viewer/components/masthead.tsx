import "./masthead.css";
import type { ReactNode } from "react";
import { Button, FileTrigger, Tooltip, TooltipTrigger } from "react-aria-components";
import { useView, useViewStore } from "../state/store.ts";
import type { Theme } from "../state/view-state.ts";
import { Icon } from "./icons.tsx";

const NEXT_THEME: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const THEME_WORDS: Record<Theme, string> = {
  system: "Colours follow the system",
  light: "Light colours",
  dark: "Dark colours",
};

interface Props {
  readonly summary?: string;
  /** Search and pages, where a graph is open. */
  readonly children?: ReactNode;
  readonly onFile: (file: File) => void;
}

/** The strip at the top: the name, what is open, and what can be done anywhere. */
export function Masthead({ summary, children, onFile }: Props) {
  return (
    <header className="masthead">
      <div className="nameplate">
        <h1>stancegraph</h1>
        {summary && <p>{summary}</p>}
      </div>
      {children}
      <div className="tools">
        <FileTrigger
          acceptedFileTypes={["application/json", ".json"]}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) onFile(file);
          }}
        >
          <IconButton label="Open a graph file">
            <Icon name="open" />
          </IconButton>
        </FileTrigger>
        <ThemeButton />
      </div>
    </header>
  );
}

function ThemeButton() {
  const store = useViewStore();
  const theme = useView((view) => view.theme);
  return (
    <TooltipTrigger delay={400}>
      <Button
        className="icon-button"
        aria-label={`${THEME_WORDS[theme]}. Change.`}
        onPress={() => store.dispatch({ type: "set-theme", theme: NEXT_THEME[theme] })}
      >
        <Icon name={theme} />
      </Button>
      <Tooltip className="tooltip">{THEME_WORDS[theme]}</Tooltip>
    </TooltipTrigger>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
}

/** A button that shows an icon and tells its name to the pointer and to those who listen. */
export function IconButton({ label, children, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400}>
      <Button className="icon-button" aria-label={label} {...rest}>
        {children}
      </Button>
      <Tooltip className="tooltip">{label}</Tooltip>
    </TooltipTrigger>
  );
}
