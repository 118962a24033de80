import { DatabaseBackup, FolderOpen } from 'lucide-react';
import { Button } from '../parts/button';
import { backupNow, showDataFolder } from '../state/file-actions';
import { useWords } from '../words/words';

/** Where the data lies, and a backup of it. */
export function DataPanel({ folder }: { folder: string }): React.ReactNode {
  const w = useWords();
  return (
    <section className="panel">
      <h2>{w.settingsDataTitle}</h2>
      <dl className="facts">
        <dt>{w.settingsData}</dt>
        <dd>{folder}</dd>
      </dl>
      <p className="quiet">{w.settingsBackupHelp}</p>
      <div className="setting-buttons">
        <Button icon={DatabaseBackup} onPress={() => void backupNow()}>
          {w.settingsBackup}
        </Button>
        <Button icon={FolderOpen} onPress={() => void showDataFolder()}>
          {w.settingsShowData}
        </Button>
      </div>
    </section>
  );
}
