import { keysEverywhere, keysInGrid, type KeyLine } from '../state/key-list';
import { get, set } from '../state/window-store';
import { useWords } from '../words/words';
import { Button } from './button';
import { Dialog } from './dialog';

/** All keys at a glance. */
export function KeyboardHelp(): React.ReactNode {
  const w = useWords();
  const close = (): void => set({ dialog: null });
  return (
    <Dialog title={w.keyboardHelp} onClose={close} wide buttons={<Button onPress={close}>{w.close}</Button>}>
      <p>{w.keyboardHelpIntro}</p>
      <div className="key-columns">
        <KeyList title={w.keyboardEverywhere} lines={keysEverywhere(w, get())} />
        <KeyList title={w.keyboardGrid} lines={keysInGrid(w)} />
      </div>
    </Dialog>
  );
}

function KeyList({ title, lines }: { title: string; lines: readonly KeyLine[] }): React.ReactNode {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="key-list">
        {lines.map(({ keys, what }) => (
          <div key={`${keys.join()} ${what}`}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
