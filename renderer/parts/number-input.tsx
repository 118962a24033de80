import { useState } from 'react';
import { useWords } from '../words/words';
import { TextInput } from './text-input';

type NumberInputProps = {
  label: string;
  value: number | null;
  least: number;
  most: number;
  /** What an empty field means; absent: it may not be empty. */
  whenEmpty?: string;
  help?: string;
  onChange: (value: number | null) => void;
};

/** A whole number, taken over when the field is left. */
export function NumberInput(props: NumberInputProps): React.ReactNode {
  const { label, value, least, most, whenEmpty, help, onChange } = props;
  const w = useWords();
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  const number = typed.trim() === '' ? null : Number(typed);
  const right =
    number === null ? whenEmpty !== undefined : Number.isInteger(number) && number >= least && number <= most;
  return (
    <div>
      <TextInput
        label={label}
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
        onLeave={() => right && number !== value && onChange(number)}
        {...(help !== undefined && { help })}
        {...(whenEmpty !== undefined && { placeholder: whenEmpty })}
      />
      {!right && (
        <p className="field-problem" role="alert">
          {w.settingsNumberWrong(least, most)}
        </p>
      )}
    </div>
  );
}
