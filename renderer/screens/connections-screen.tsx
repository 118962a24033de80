import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ConnectionView } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { Button } from '../parts/button';
import { ConnectionBadge } from '../parts/connection-badge';
import { Dialog } from '../parts/dialog';
import { Notice } from '../parts/notice';
import { Screen } from '../parts/screen';
import { Waiting } from '../parts/working';
import { ask } from '../state/ask';
import { goBackToStep } from '../state/navigate';
import { takeConnections } from '../state/settings-actions';
import { useWindow } from '../state/window-store';
import { dateTime } from '../words/format';
import { said } from '../words/said';
import { useWords } from '../words/words';
import { AddedConnection } from './added-connection';
import { ConnectionForm } from './connection-form';

/** The accounts orders can be created in. */
export function ConnectionsScreen(): React.ReactNode {
  const w = useWords();
  const home = useWindow((state) => state.home);
  const [editing, setEditing] = useState<ConnectionView | 'new' | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  return (
    <Screen
      title={w.connectionsTitle}
      intro={w.connectionsIntro}
      aside={
        <Button icon={Plus} onPress={() => setEditing('new')}>
          {w.connectionsAdd}
        </Button>
      }
      footer={<Button onPress={goBackToStep}>{w.back}</Button>}
    >
      {home && !home.keychain && <Notice level="warning">{w.connectionsNoKeychain}</Notice>}
      <div role="status">{added !== null && <AddedConnection name={added} />}</div>
      <ul className="connection-list">
        {home?.connections.map((one) => (
          <ConnectionItem key={one.name} connection={one} onEdit={() => setEditing(one)} />
        ))}
      </ul>
      {editing && (
        <ConnectionForm
          connection={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={(name) => setAdded(editing === 'new' ? name : null)}
        />
      )}
    </Screen>
  );
}

type Answer = { ok: boolean; message: string };

function ConnectionItem({
  connection,
  onEdit,
}: {
  connection: ConnectionView;
  onEdit: () => void;
}): React.ReactNode {
  const w = useWords();
  const [busy, setBusy] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [removing, setRemoving] = useState(false);
  const { name, kind } = connection;
  const during = async (what: string, work: () => Promise<void>): Promise<void> => {
    setAnswer(null);
    setBusy(what);
    await work();
    setBusy(null);
  };
  const test = (): Promise<void> =>
    during(w.workingTest, async () => setAnswer(await ask(bridge().testConnection({ name }))));
  const sync = (): Promise<void> =>
    during(
      w.workingCatalog,
      async () => void takeConnections(await ask(bridge().syncCatalog({ connection: name }))),
    );
  const remove = async (): Promise<void> => {
    setRemoving(false);
    takeConnections(await ask(bridge().removeConnection({ name })));
  };
  return (
    <li className="panel connection-item">
      <div className="connection-head">
        <h2>{kind === 'sandbox' ? w.sandboxBadge : name}</h2>
        {kind === 'production' && <ConnectionBadge kind={kind} />}
      </div>
      {kind === 'sandbox' ? (
        <p className="quiet">{w.connectionsBuiltIn}</p>
      ) : (
        <ConnectionFacts connection={connection} />
      )}
      <div className="connection-buttons">
        <Button label={w.connectionsTestNamed(name)} isDisabled={busy !== null} onPress={() => void test()}>
          {w.connectionsTest}
        </Button>
        {kind === 'production' && (
          <>
            <Button
              label={w.connectionsSyncNamed(name)}
              isDisabled={busy !== null}
              onPress={() => void sync()}
            >
              {w.connectionsSync}
            </Button>
            <Button label={w.connectionsEditNamed(name)} onPress={onEdit}>
              {w.connectionsEdit}
            </Button>
            <Button look="quiet" label={w.connectionsRemoveNamed(name)} onPress={() => setRemoving(true)}>
              {w.remove}
            </Button>
          </>
        )}
      </div>
      <div role="status">
        {busy !== null && <Waiting>{busy}</Waiting>}
        {answer && <Notice level={answer.ok ? 'good' : 'error'}>{said(w, answer.message)}</Notice>}
      </div>
      {removing && (
        <Dialog
          question
          title={w.connectionsRemoveTitle(name)}
          onClose={() => setRemoving(false)}
          buttons={
            <>
              <Button onPress={() => setRemoving(false)}>{w.cancel}</Button>
              <Button look="danger" onPress={() => void remove()}>
                {w.remove}
              </Button>
            </>
          }
        >
          <p>{w.connectionsRemoveText}</p>
        </Dialog>
      )}
    </li>
  );
}

function ConnectionFacts({ connection }: { connection: ConnectionView }): React.ReactNode {
  const w = useWords();
  const { catalogFetchedAt } = connection;
  return (
    <dl className="facts">
      <dt>{w.connectionsUrl}</dt>
      <dd>{connection.baseUrl}</dd>
      <dt>{w.connectionsClientId}</dt>
      <dd>{connection.clientId}</dd>
      <dt>{w.connectionsSecret}</dt>
      <dd>{connection.hasSecret ? w.connectionsSecretOk : w.connectionsNoSecret}</dd>
      <dt>{w.connectionsCatalogName}</dt>
      <dd>
        {catalogFetchedAt === null
          ? w.connectionsNoCatalog
          : w.connectionsCatalog(dateTime(catalogFetchedAt))}
      </dd>
    </dl>
  );
}
