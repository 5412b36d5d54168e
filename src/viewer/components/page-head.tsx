import "./page-head.css";
import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  /** One or two sentences under the title: what is to be seen here. */
  readonly standfirst: ReactNode;
  /** Buttons at the end of the title's line. */
  readonly tools?: ReactNode;
}

/** The head of a page: its title, what it tells, and what can be done with it. */
export function PageHead({ title, standfirst, tools }: Props) {
  return (
    <header className="page-head">
      <div className="page-title">
        <h2>{title}</h2>
        {tools && <div className="page-tools">{tools}</div>}
      </div>
      <p>{standfirst}</p>
    </header>
  );
}
