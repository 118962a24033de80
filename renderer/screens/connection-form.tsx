import { useState } from 'react';
import type { ConnectionView } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { Notice } from '../parts/notice';
import { TextInput } from '../parts/text-input';
import { takeConnections } from '../state/settings-actions';
import { useWindow } from '../state/window-store';
import { said } from '../words/said';
import { useWords } from '../words/words';

type ConnectionFormProps = {
  connection: ConnectionView | null;
  onClose: () => void;
  onSaved: (name: string) => void;
};

/** Adds a connection or changes one. The secret goes in and never comes back. */
export function ConnectionForm({ connection, onClose, onSaved }: ConnectionFormProps): React.ReactNode {
  const w = useWords();
  const keychain = useWindow((state) => state.home?.keychain) ?? false;
  const [name, setName] = useState(connection?.name ?? '');
  const [baseUrl, setBaseUrl] = useState(connection?.baseUrl ?? 'https://');
  const [clientId, setClientId] = useState(connection?.clientId ?? '');
  const [secret, setSecret] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const complete = name.trim() !== '' && baseUrl.trim() !== '' && clientId.trim() !== '';
  const save = async (): Promise<void> => {
    if (!complete) return setProblem(w.connectionsNeedFields);
    const reply = await bridge().saveConnection({
      name: name.trim(),
      baseUrl: baseUrl.trim(),
      clientId: clientId.trim(),
      secret,
    });
    if (!reply.ok) return setProblem(said(w, reply.error.message));
    takeConnections(reply.value);
    onClose();
    onSaved(name.trim());
  };
  return (
    <Dialog
      title={connection ? w.connectionsEditNamed(connection.name) : w.connectionsAdd}
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{w.cancel}</Button>
          <Button look="main" onPress={() => void save()}>
            {w.save}
          </Button>
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {problem !== null && <Notice level="error">{problem}</Notice>}
        <TextInput
          label={w.connectionsName}
          help={w.connectionsNameHelp}
          value={name}
          onChange={setName}
          isDisabled={connection !== null}
          autoFocus={connection === null}
        />
        <TextInput
          label={w.connectionsUrl}
          help={w.connectionsUrlHelp}
          value={baseUrl}
          onChange={setBaseUrl}
        />
        <TextInput label={w.connectionsClientId} value={clientId} onChange={setClientId} />
        <TextInput
          label={w.connectionsSecret}
          help={
            !keychain
              ? w.connectionsNoKeychain
              : connection?.hasSecret
                ? w.connectionsSecretStored
                : w.connectionsSecretHelp
          }
          type="password"
          value={secret}
          onChange={setSecret}
        />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}
