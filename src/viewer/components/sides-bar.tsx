import "./sides-bar.css";
import type { Polarity } from "../../core/index.ts";
import { listInWords } from "../model/words.ts";

interface Props {
  readonly sides: Readonly<Record<Polarity, number>>;
  /** What is counted: the stances something holds, or those it receives from others. */
  readonly verb: "holds" | "receives";
}

const HELD: Record<Polarity, string> = { support: "supports", oppose: "opposes", mixed: "mixed about" };
const RECEIVED: Record<Polarity, string> = { support: "for", oppose: "against", mixed: "mixed" };

/** Support, mixed and opposition as shares of one bar, with the same told in words under it. */
export function SidesBar({ sides, verb }: Props) {
  const shown = (["support", "mixed", "oppose"] as const).filter((polarity) => sides[polarity] > 0);
  return (
    <div className="sides">
      <div className="sides-bar" aria-hidden="true">
        {shown.map((polarity) => (
          <span key={polarity} className={polarity} style={{ flexGrow: sides[polarity] }} />
        ))}
      </div>
      <p>
        {listInWords(
          shown.map((polarity) =>
            verb === "holds" ? `${HELD[polarity]} ${sides[polarity]}` : `${sides[polarity]} ${RECEIVED[polarity]}`,
          ),
        )}
      </p>
    </div>
  );
}
