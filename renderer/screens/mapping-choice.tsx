import { BookmarkPlus } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { applyMapping, loadMappingNames } from '../state/file-actions';
import { set, useWindow } from '../state/window-store';
import { useWords } from '../words/words';

/** Reads the sheet by a kept matching, or keeps this one. */
export function MappingChoice(): React.ReactNode {
  const w = useWords();
  const mappings = useWindow((state) => state.mappings);
  useEffect(() => {
    void loadMappingNames();
  }, []);
  return (
    <section className="panel">
      <h2>{w.mappingsTitle}</h2>
      {mappings === null || mappings.length === 0 ? (
        <p className="quiet">{w.mappingsIntro}</p>
      ) : (
        <Choice
          label={w.mappingUse}
          options={mappings.map((one) => ({ id: one.name, label: one.name }))}
          value={null}
          onChange={(name) => void applyMapping(name)}
        />
      )}
      <Button icon={BookmarkPlus} onPress={() => set({ dialog: 'name-mapping' })}>
        {w.mappingKeep}
      </Button>
    </section>
  );
}
