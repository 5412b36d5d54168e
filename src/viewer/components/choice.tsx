import "./choice.css";
import { Label, Radio, RadioGroup } from "react-aria-components";

interface Props<T extends string> {
  readonly label: string;
  readonly options: readonly (readonly [value: T, words: string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A few choices side by side, one of which holds. The arrow keys go from one to the next. */
export function Choice<T extends string>({ label, options, value, onChange }: Props<T>) {
  return (
    <RadioGroup className="choice" orientation="horizontal" value={value} onChange={(next) => onChange(next as T)}>
      <Label>{label}</Label>
      <div className="choice-row">
        {options.map(([id, words]) => (
          <Radio key={id} value={id} className="choice-option">
            {words}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
