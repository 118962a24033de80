import { ALL_COMMANDS } from '../state/commands';
import { keyName } from '../state/keys';
import { get, set } from '../state/window-store';
import { useWords } from '../words/words';
import { Button } from './button';
import { Dialog } from './dialog';

/** All keys at a glance. */
export function KeyboardHelp(): React.ReactNode {
  const w = useWords();
  const close = (): void => set({ dialog: null });
  const inGrid: [string, string][] = [
    ['← ↑ → ↓, Tab', w.keyMove],
    ['F6', w.keyLeave],
    ['Shift+← ↑ → ↓', w.keyRange],
    [keyName('mod+a'), w.keySelectAll],
    [`Home / End, ${keyName('mod+Home')} / ${keyName('mod+End')}`, w.keyEnds],
    ['PageUp / PageDown', w.keyPage],
    ['Enter, F2', w.keyEdit],
    ['A–Z 0–9', w.keyType],
    [keyName('mod+Enter'), w.keyFillSelection],
    ['Alt+↓', w.keyChoices],
    ['Escape', w.keyEscape],
    ['Delete', w.keyClear],
    [keyName('mod+Backspace'), w.keyOriginal],
    ['Shift+Space', w.keyRow],
    ['Enter', w.keyColumnMenu],
    [`${keyName('mod+c')}, ${keyName('mod+v')}`, w.keyCopyPaste],
  ];
  const everywhere = ALL_COMMANDS.map(
    (one) => [one.keys.map(keyName).join(', '), one.label(w, get())] as const,
  );
  return (
    <Dialog title={w.keyboardHelp} onClose={close} wide buttons={<Button onPress={close}>{w.close}</Button>}>
      <p>{w.keyboardHelpIntro}</p>
      <div className="key-columns">
        <KeyList title={w.keyboardEverywhere} keys={everywhere} />
        <KeyList title={w.keyboardGrid} keys={inGrid} />
      </div>
    </Dialog>
  );
}

function KeyList({
  title,
  keys,
}: {
  title: string;
  keys: readonly (readonly [string, string])[];
}): React.ReactNode {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="key-list">
        {keys.map(([key, what]) => (
          <div key={`${key} ${what}`}>
            <dt>
              {key.split(', ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
