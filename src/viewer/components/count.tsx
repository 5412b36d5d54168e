/** One figure of a summary list, with what it counts below it. */
export function Count({ number, words }: { readonly number: number; readonly words: string }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{number}</dd>
    </div>
  );
}
