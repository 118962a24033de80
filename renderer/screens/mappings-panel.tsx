import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { MappingView } from '../../app/engine/contract';
import { Button, IconButton } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { TextInput } from '../parts/text-input';
import { loadMappings, nameMapping, removeMapping, saveMappings } from '../state/file-actions';
import { set } from '../state/window-store';
import { day } from '../words/format';
import { useWords } from '../words/words';
import { KeptMappings } from './kept-mappings';

/** The kept matchings: seen, removed, saved to a file and read from one. */
export function MappingsPanel(): React.ReactNode {
  const w = useWords();
  return (
    <KeptMappings>
      {(mappings) => (
        <>
          {mappings?.length === 0 && <p>{w.mappingsNone}</p>}
          {mappings !== null && mappings.length > 0 && <MappingList mappings={mappings} />}
          <div className="setting-buttons">
            <Button isDisabled={!mappings || mappings.length === 0} onPress={() => void saveMappings()}>
              {w.mappingsSave}
            </Button>
            <Button onPress={() => void loadMappings()}>{w.mappingsLoad}</Button>
          </div>
        </>
      )}
    </KeptMappings>
  );
}

function MappingList({ mappings }: { mappings: readonly MappingView[] }): React.ReactNode {
  const w = useWords();
  return (
    <ul className="mapping-list">
      {mappings.map((one) => (
        <li key={one.name}>
          <span>
            <span className="mapping-name">{one.name}</span>{' '}
            <span className="quiet">{w.mappingLine(one.fields, one.constants, day(one.usedAt))}</span>
          </span>
          <IconButton
            icon={Trash2}
            label={w.mappingRemove(one.name)}
            onPress={() => void removeMapping(one.name)}
          />
        </li>
      ))}
    </ul>
  );
}

/** Asks under which name the matching of the open sheet is kept. */
export function NameMapping(): React.ReactNode {
  const w = useWords();
  const [name, setName] = useState('');
  const close = (): void => set({ dialog: null });
  const keep = (): void => {
    if (name.trim() === '') return;
    close();
    void nameMapping(name.trim());
  };
  return (
    <Dialog
      title={w.mappingKeepTitle}
      onClose={close}
      buttons={
        <>
          <Button onPress={close}>{w.cancel}</Button>
          <Button look="main" isDisabled={name.trim() === ''} onPress={keep}>
            {w.save}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <TextInput
          autoFocus
          label={w.mappingName}
          help={w.mappingNameHelp}
          value={name}
          onChange={(text) => setName(text.slice(0, 80))}
        />
      </form>
    </Dialog>
  );
}
