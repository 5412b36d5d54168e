import { useId } from "react";
import { Button } from "react-aria-components";
import { Icon } from "../../components/icons.tsx";

interface Props {
  readonly ids: readonly string[];
  readonly current: string;
  readonly nameOf: (id: string) => string;
  readonly onChange: (id: string) => void;
}

/** Goes from document to document. */
export function DocumentPicker({ ids, current, nameOf, onChange }: Props) {
  const at = ids.indexOf(current);
  const id = useId();
  return (
    <div className="document-picker">
      <label htmlFor={id}>Document</label>
      <select id={id} value={current} onChange={(event) => onChange(event.target.value)}>
        {ids.map((id) => (
          <option key={id} value={id}>
            {nameOf(id)}
          </option>
        ))}
      </select>
      <Button
        className="icon-button"
        aria-label="Previous document"
        isDisabled={at <= 0}
        onPress={() => onChange(ids[at - 1]!)}
      >
        <Icon name="back" />
      </Button>
      <Button
        className="icon-button"
        aria-label="Next document"
        isDisabled={at >= ids.length - 1}
        onPress={() => onChange(ids[at + 1]!)}
      >
        <Icon name="next" />
      </Button>
    </div>
  );
}
