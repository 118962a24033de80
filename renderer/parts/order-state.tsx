import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleSlash,
  CircleX,
  LoaderCircle,
  SkipForward,
} from 'lucide-react';
import type { OrderState } from '../../app/engine/contract';
import { orderStateWord } from '../words/states';
import { useWords } from '../words/words';

const ICONS = {
  invalid: Ban,
  ready: CircleDashed,
  sending: LoaderCircle,
  created: CircleCheck,
  rejected: CircleX,
  unconfirmed: CircleHelp,
  skipped: SkipForward,
  cancelled: CircleSlash,
};

/** An order's state by colour, icon and word. */
export function OrderStateMark({ state }: { state: OrderState }): React.ReactNode {
  const w = useWords();
  const Icon = ICONS[state];
  return (
    <span className={`order-state order-${state}`}>
      <Icon size={16} aria-hidden className={state === 'sending' ? 'spin' : ''} />
      {orderStateWord(w, state)}
    </span>
  );
}
