import { useState } from 'react';
import type { PlanView } from '../../app/engine/contract';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { TextInput } from '../parts/text-input';
import { useWords } from '../words/words';

type ProductionQuestionProps = { plan: PlanView; onClose: () => void; onConfirm: () => void };

/** Before anything is paid for, the operator types how many PBXs it will be. */
export function ProductionQuestion({ plan, onClose, onConfirm }: ProductionQuestionProps): React.ReactNode {
  const w = useWords();
  const [typed, setTyped] = useState('');
  const right = typed.replace(/\D/g, '') === String(plan.create);
  return (
    <Dialog
      question
      title={w.planAskTitle(plan.create)}
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{w.cancel}</Button>
          <Button look="danger" isDisabled={!right} onPress={onConfirm}>
            {w.planCreate(plan.create)}
          </Button>
        </>
      }
    >
      <p>{w.planAskText(plan.create, plan.connection.name)}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (right) onConfirm();
        }}
      >
        <TextInput
          autoFocus
          label={w.planAskType(plan.create)}
          inputMode="numeric"
          value={typed}
          onChange={setTyped}
        />
        {typed !== '' && !right && <p className="field-problem">{w.planAskWrong}</p>}
      </form>
    </Dialog>
  );
}
