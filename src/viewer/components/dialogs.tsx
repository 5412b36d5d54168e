import { lazy, Suspense } from "react";
import type { DialogName } from "./context.ts";
import Palette from "./palette.tsx";

const KeySheet = lazy(() => import("./key-sheet.tsx"));
const SavedViews = lazy(() => import("./saved-views.tsx"));

interface Props {
  readonly open: DialogName | null;
  readonly onClose: () => void;
}

/**
 * The dialogs that can be reached from anywhere. The palette is there from the start, since people type on at once; the
 * others are loaded when they are first asked for.
 */
export function Dialogs({ open, onClose }: Props) {
  return (
    <Suspense fallback={null}>
      {open === "palette" && <Palette onClose={onClose} />}
      {open === "keys" && <KeySheet onClose={onClose} />}
      {open === "views" && <SavedViews onClose={onClose} />}
    </Suspense>
  );
}
