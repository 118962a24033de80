import {
  mappingViews,
  removeConnection,
  saveConnection,
  saveSettings,
  testConnection,
} from './account-settings';
import { verifyLedger } from './audit';
import { syncCatalog } from './catalog-sync';
import { connectionViews } from './connection-views';
import type { Parts } from './parts';
import type { Answers } from './sheet-commands';

type SettingsCommand =
  | 'verifyAudit'
  | 'backupNow'
  | 'mappings'
  | 'removeMapping'
  | 'saveConnection'
  | 'removeConnection'
  | 'testConnection'
  | 'syncCatalog'
  | 'saveSettings';

/** Connections, settings, remembered mappings, and looking after the ledger. */
export function settingsCommands(parts: Parts): Answers<SettingsCommand> {
  return {
    async verifyAudit() {
      const { ok, message } = await verifyLedger(parts, []);
      return { ok, message };
    },
    async backupNow() {
      const ledger = await parts.ledgers.writing();
      return { file: await ledger.backupNow() };
    },
    mappings: async () => mappingViews(parts),
    async removeMapping({ name }) {
      await parts.preferences.removeMapping(name);
      return mappingViews(parts);
    },
    saveConnection: (input) => saveConnection(parts, input),
    removeConnection: ({ name }) => removeConnection(parts, name),
    testConnection: ({ name }) => testConnection(parts, name),
    async syncCatalog({ connection }) {
      await syncCatalog(parts, connection);
      return connectionViews(parts);
    },
    saveSettings: ({ settings }) => saveSettings(parts, settings),
  };
}
