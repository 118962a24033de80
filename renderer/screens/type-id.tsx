import { useState } from 'react';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { TextInput } from '../parts/text-input';
import { useWords } from '../words/words';

type TypeIdProps = { onTake: (cloudPbxId: string) => void; onClose: () => void; children: React.ReactNode };

/** Takes over a PBX the lookup didn't find, by the id the operator gives. */
export function TypeId({ onTake, onClose, children }: TypeIdProps): React.ReactNode {
  const w = useWords();
  const [typed, setTyped] = useState('');
  const right = /^\d{1,20}$/.test(typed.trim());
  const take = (): void => {
    if (!right) return;
    onClose();
    onTake(typed.trim());
  };
  return (
    <Dialog
      question
      title={w.reconcileTypeTitle}
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{w.cancel}</Button>
          <Button look="main" isDisabled={!right} onPress={take}>
            {w.reconcileTake}
          </Button>
        </>
      }
    >
      <p>{w.reconcileTypeText}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <TextInput
          autoFocus
          label={w.reconcileTypeLabel}
          inputMode="numeric"
          value={typed}
          onChange={setTyped}
        />
        {typed !== '' && !right && <p className="field-problem">{w.reconcileTypeWrong}</p>}
        {children}
      </form>
    </Dialog>
  );
}
