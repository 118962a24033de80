import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { useWords } from '../words/words';

export type Option = { id: string; label: string; hint?: string };
type ChoiceProps = {
  label: string;
  help?: string;
  options: readonly Option[];
  value: string | null;
  onChange: (id: string) => void;
  hideLabel?: boolean;
  isDisabled?: boolean;
  className?: string;
};

/** One value out of a list. */
export function Choice({
  label,
  help,
  options,
  value,
  onChange,
  hideLabel = false,
  isDisabled = false,
  className = '',
}: ChoiceProps): React.ReactNode {
  const w = useWords();
  return (
    <Select
      className={`choice ${className}`}
      value={value}
      isDisabled={isDisabled}
      placeholder={w.choose}
      onChange={(key) => key !== null && onChange(String(key))}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label>{label}</Label>}
      <Button className="choice-button">
        <SelectValue />
        <ChevronDown size={16} aria-hidden />
      </Button>
      {help !== undefined && (
        <Text slot="description" className="choice-help">
          {help}
        </Text>
      )}
      <Popover className="popover">
        <ListBox items={options} className="list">
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="list-item">
              {({ isSelected }) => (
                <>
                  <Text slot="label">{option.label}</Text>
                  {option.hint !== undefined && <Text slot="description">{option.hint}</Text>}
                  {isSelected && <Check size={16} aria-hidden className="list-check" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
