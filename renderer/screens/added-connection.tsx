import { Button } from '../parts/button';
import { Notice } from '../parts/notice';
import { go, reachable } from '../state/navigate';
import { currentConnection, set, useWindow } from '../state/window-store';
import { connectionWord } from '../words/states';
import { useWords } from '../words/words';

/** That a connection was added, and which one the open sheet goes on with: it never changes by itself. */
export function AddedConnection({ name }: { name: string }): React.ReactNode {
  const w = useWords();
  const sheet = useWindow((state) => state.sheet);
  const current = useWindow(currentConnection);
  if (!sheet || !current || current.name === name || !reachable('plan'))
    return <Notice level="good">{w.connectionsAdded(name)}</Notice>;
  return (
    <Notice
      level="good"
      actions={
        <Button
          onPress={() => {
            set({ connection: name });
            go('plan');
          }}
        >
          {w.connectionsPlanFor(name)}
        </Button>
      }
    >
      {w.connectionsAdded(name)} {w.connectionsSheetStays(sheet.file.name, connectionWord(w, current))}
    </Notice>
  );
}
