import { dateInWords } from "../model/dates.ts";

/** A date in a table. */
export function DateCell({ date }: { readonly date: string | undefined }) {
  return <span className="nowrap">{date ? dateInWords(date, { short: true }) : "no date"}</span>;
}
