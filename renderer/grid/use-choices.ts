import { useEffect, useState } from 'react';
import { bridge } from '../bridge';

export type ChoiceOption = { value: string; label: string };

/** The values a field may take; null while they are asked for, empty when anything may be typed. */
export function useChoices(sheetId: string, field: string): ChoiceOption[] | null {
  const [known, setKnown] = useState<{ key: string; choices: ChoiceOption[] } | null>(null);
  const key = `${sheetId} ${field}`;
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      const reply = await bridge().choices({ sheetId, field });
      if (!wanted) return;
      const { values, labels } = reply.ok ? reply.value : { values: [], labels: [] };
      setKnown({ key, choices: values.map((value, index) => ({ value, label: labels[index] ?? value })) });
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [sheetId, field, key]);
  return known?.key === key ? known.choices : null;
}
