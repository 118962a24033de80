import { Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField } from 'react-aria-components/SearchField';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import { useWords } from '../words/words';

type TextInputProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: string;
  hideLabel?: boolean;
  type?: 'text' | 'password' | 'url';
  placeholder?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
  autoFocus?: boolean;
  onLeave?: () => void;
  inputMode?: 'numeric' | 'text';
};

/** A line of text. */
export function TextInput({
  label,
  help,
  hideLabel = false,
  placeholder,
  onLeave,
  inputMode,
  ...rest
}: TextInputProps): React.ReactNode {
  return (
    <TextField
      {...rest}
      className="text-input"
      autoComplete="off"
      spellCheck="false"
      {...(hideLabel && { 'aria-label': label })}
      {...(onLeave && { onBlur: onLeave })}
      {...(inputMode && { inputMode })}
    >
      {!hideLabel && <Label>{label}</Label>}
      <Input {...(placeholder !== undefined && { placeholder })} />
      {help !== undefined && <Text slot="description">{help}</Text>}
    </TextField>
  );
}

type SearchInputProps = { label: string; value: string; onChange: (value: string) => void; delay?: number };

/** A search field that tells what was typed once the typing rests. */
export function SearchInput({ label, value, onChange, delay = 200 }: SearchInputProps): React.ReactNode {
  const w = useWords();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), delay);
    return () => clearTimeout(timer);
  }, [typed, value, onChange, delay]);
  return (
    <SearchField aria-label={label} value={typed} onChange={setTyped} className="search-input">
      <Search size={16} aria-hidden />
      <Input placeholder={label} />
      {typed !== '' && (
        <Button aria-label={w.clearSearch} className="search-clear">
          <X size={14} aria-hidden />
        </Button>
      )}
    </SearchField>
  );
}
