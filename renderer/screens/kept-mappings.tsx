import { useEffect } from 'react';
import type { MappingView } from '../../app/engine/contract';
import { loadMappingNames } from '../state/file-actions';
import { useWindow } from '../state/window-store';
import { useWords } from '../words/words';

type KeptMappingsProps = {
  /** What can be done with them; null: not known yet. */
  children: (mappings: readonly MappingView[] | null) => React.ReactNode;
};

/** A panel about the matchings that were kept. */
export function KeptMappings({ children }: KeptMappingsProps): React.ReactNode {
  const w = useWords();
  const mappings = useWindow((state) => state.mappings);
  useEffect(() => {
    void loadMappingNames();
  }, []);
  return (
    <section className="panel">
      <h2>{w.mappingsTitle}</h2>
      <p className="quiet">{w.mappingsIntro}</p>
      {children(mappings)}
    </section>
  );
}
