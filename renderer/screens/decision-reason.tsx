import { TextInput } from '../parts/text-input';
import { useWords } from '../words/words';

/** As much as the ledger takes. */
const LONGEST = 1000;

type DecisionReasonProps = { value: string; onChange: (reason: string) => void };

/** Why an operator decides as they do, if they care to say. */
export function DecisionReason({ value, onChange }: DecisionReasonProps): React.ReactNode {
  const w = useWords();
  return (
    <TextInput
      label={w.decisionReason}
      help={w.decisionReasonHelp}
      value={value}
      onChange={(text) => onChange(text.slice(0, LONGEST))}
    />
  );
}
