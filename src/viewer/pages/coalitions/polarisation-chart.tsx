import type { PeriodPolarisation } from "../../../analyse/index.ts";
import { dateInWords, plural } from "../../../export/index.ts";

/** One column a period: its height is the share, its fullness how much it rests on. */
export function PolarisationChart({ periods }: { readonly periods: readonly PeriodPolarisation[] }) {
  const most = Math.max(1, ...periods.map(({ ties }) => ties));
  const labelEvery = Math.ceil(periods.length / 12);
  return (
    <ol className="polarisation">
      {periods.map(({ period, polarisation, ties, statements }, index) => {
        const words =
          polarisation === undefined
            ? `${dateInWords(period)}: nobody meets`
            : `${dateInWords(period)}: ${Math.round(polarisation * 100)}%, from ${plural(ties, "tie")} of ${plural(statements, "statement")}`;
        return (
          <li key={period} title={words}>
            <span className="sr-only">{words}</span>
            <span className="polarisation-frame" aria-hidden="true">
              {polarisation !== undefined && (
                <span
                  style={{
                    blockSize: `${Math.max(2, polarisation * 100)}%`,
                    opacity: 0.3 + 0.7 * Math.sqrt(ties / most),
                  }}
                />
              )}
            </span>
            <span className="polarisation-label" aria-hidden="true">
              {index % labelEvery === 0 ? dateInWords(period, { short: true }).replace(/ (\d\d)(\d\d)$/, " ’$2") : ""}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
