import { BookmarkPlus } from 'lucide-react';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { applyMapping } from '../state/file-actions';
import { set } from '../state/window-store';
import { useWords } from '../words/words';
import { KeptMappings } from './kept-mappings';

/** Reads the sheet by a kept matching, or keeps this one. */
export function MappingChoice(): React.ReactNode {
  const w = useWords();
  return (
    <KeptMappings>
      {(mappings) => (
        <>
          {mappings !== null && mappings.length > 0 && (
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
        </>
      )}
    </KeptMappings>
  );
}
