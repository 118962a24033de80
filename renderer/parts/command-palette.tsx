import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { TextField } from 'react-aria-components/TextField';
import { ALL_COMMANDS, runCommand } from '../state/commands';
import { keyName } from '../state/keys';
import { get, set } from '../state/window-store';
import { useWords } from '../words/words';

const close = (): void => set({ dialog: null });

/** Every command that applies now, found by typing. */
export function CommandPalette(): React.ReactNode {
  const w = useWords();
  const { contains } = useFilter({ sensitivity: 'base' });
  const state = get();
  const commands = ALL_COMMANDS.filter((one) => one.id !== 'palette' && (!one.when || one.when(state))).map(
    (one) => ({
      id: one.id,
      label: one.label(w, state),
      keys: one.keys[0],
    }),
  );
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && close()}
      className="overlay overlay-top"
    >
      <Modal className="modal modal-palette">
        <Dialog aria-label={w.commandPalette} className="palette">
          <Autocomplete filter={contains}>
            <TextField aria-label={w.commandPaletteHint} autoFocus className="palette-input">
              <Input placeholder={w.commandPaletteHint} />
            </TextField>
            <Menu
              items={commands}
              className="list palette-list"
              aria-label={w.commandPalette}
              renderEmptyState={() => <p className="list-empty">{w.commandNone}</p>}
              onAction={(key) => {
                close();
                const command = ALL_COMMANDS.find((one) => one.id === key);
                // After the dialog has given the focus back, so that the command may move it.
                if (command) setTimeout(() => runCommand(command.id));
              }}
            >
              {(command) => (
                <MenuItem id={command.id} textValue={command.label} className="list-item">
                  <span>{command.label}</span>
                  {command.keys !== undefined && <kbd>{keyName(command.keys)}</kbd>}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
