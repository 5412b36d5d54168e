import type { CommonGround } from "../../../analyse/index.ts";
import { plural } from "../../../export/index.ts";
import { useWorkbench } from "../../components/context.ts";
import { type CampDisc, type CampTie, campName, placeCamps } from "./camp-ties.ts";

/** A camp and what unites it most. */
export interface CampSummary {
  readonly members: readonly string[];
  readonly ground?: CommonGround;
}

interface Props {
  readonly camps: readonly CampSummary[];
  readonly ties: readonly CampTie[];
  readonly chosen: number | undefined;
  readonly onChoose: (camp: number) => void;
}

const WIDTH = 960;

const LINE = 17;

/** Camps as discs with their names, and between them how many pairs agree and how many are in conflict. */
export function CampMap({ camps, ties, chosen, onChoose }: Props) {
  const { graph } = useWorkbench();
  const height = camps.length > 4 ? 540 : 440;
  const discs = placeCamps(
    camps.map(({ members }) => members.length),
    WIDTH,
    height,
  );
  const most = Math.max(1, ...ties.map(({ agree, disagree }) => Math.max(agree, disagree)));
  return (
    <div className="camp-map-scroll">
      <svg className="camp-map" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={inWords(camps, ties)}>
        {ties.map((tie) => (
          <Tie key={`${tie.from} ${tie.to}`} tie={tie} from={discs[tie.from]!} to={discs[tie.to]!} most={most} />
        ))}
        {camps.map(({ members, ground }, index) => {
          const { x, y, radius } = discs[index]!;
          const room = Math.max(1, Math.floor((2 * radius - (ground ? 84 : 66)) / LINE));
          const names = members.slice(0, room).map((key) => graph.getNodeAttribute(key, "label"));
          const rest = members.length - names.length;
          const lines = names.length + (rest > 0 ? 1 : 0);
          const top = y - (lines * LINE + (ground ? 40 : 22)) / 2 + 16;
          const first = top + (ground ? 22 : 4);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the cards under the drawing do the same for every reader
            <g
              key={members[0]}
              className={`camp-disc${chosen === index ? " chosen" : ""}`}
              onClick={() => onChoose(index)}
            >
              <circle cx={x} cy={y} r={radius} />
              <text x={x} y={top} className="camp-disc-name">
                {campName(index)}
              </text>
              {ground && (
                <text x={x} y={top + 18} className={`camp-disc-ground ${ground.side}`}>
                  {cut(
                    `${ground.side === "support" ? "for" : "against"} ${graph.getNodeAttribute(ground.target, "label")}`,
                    chord(radius, top + 14 - y),
                  )}
                </text>
              )}
              {names.map((name, line) => (
                <text key={name} x={x} y={first + (line + 1) * LINE}>
                  {cut(name, chord(radius, first + (line + 1) * LINE - 5 - y))}
                </text>
              ))}
              {rest > 0 && (
                <text x={x} y={first + (names.length + 1) * LINE} className="camp-disc-rest">
                  and {rest} more
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

interface TieProps {
  readonly tie: CampTie;
  readonly from: CampDisc;
  readonly to: CampDisc;
  readonly most: number;
}

/** Two parallel lines, conflict and agreement, with their counts in the middle. */
function Tie({ tie, from, to, most }: TieProps) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [dx / length, dy / length];
  const widthOf = (count: number) => (count === 0 ? 0 : 1.5 + 8 * (count / most));
  const [agree, disagree] = [widthOf(tie.agree), widthOf(tie.disagree)];
  const gap = (agree + disagree) / 4 + 1.5;
  const line = (width: number, side: 1 | -1, name: string) => {
    if (width === 0) return null;
    const shift = tie.agree > 0 && tie.disagree > 0 ? side * gap : 0;
    const at = (disc: CampDisc, sign: 1 | -1) => ({
      x: disc.x + sign * ux * disc.radius - uy * shift,
      y: disc.y + sign * uy * disc.radius + ux * shift,
    });
    const [start, end] = [at(from, 1), at(to, -1)];
    return (
      <line
        className={name}
        x1={start.x}
        y1={start.y}
        x2={end.x}
        y2={end.y}
        strokeWidth={width}
        strokeDasharray={name === "disagree" ? "7 4" : undefined}
      />
    );
  };
  const middle = {
    x: (from.x + ux * from.radius + to.x - ux * to.radius) / 2,
    y: (from.y + uy * from.radius + to.y - uy * to.radius) / 2,
  };
  return (
    <g className="camp-tie">
      {line(disagree, -1, "disagree")}
      {line(agree, 1, "agree")}
      <text x={middle.x} y={middle.y + 4}>
        {tie.disagree > 0 && <tspan className="disagree">−{tie.disagree}</tspan>}
        {tie.disagree > 0 && tie.agree > 0 && " "}
        {tie.agree > 0 && <tspan className="agree">+{tie.agree}</tspan>}
      </text>
    </g>
  );
}

/** How wide a disc is `away` from its middle. */
const chord = (radius: number, away: number): number => 2 * Math.sqrt(Math.max(0, radius ** 2 - away ** 2));

/** A name that fits a width, by the mean width of a letter. */
function cut(name: string, width: number): string {
  const room = Math.max(4, Math.floor((width - 16) / 7.2));
  return name.length > room ? `${name.slice(0, room - 1).trimEnd()}…` : name;
}

function inWords(camps: Props["camps"], ties: Props["ties"]): string {
  return [
    `${plural(camps.length, "camp")}.`,
    ...ties.map(
      ({ from, to, agree, disagree }) =>
        `${campName(from)} and ${campName(to)}: ${plural(disagree, "pair")} in conflict, ${plural(agree, "pair")} in agreement.`,
    ),
  ].join(" ");
}
