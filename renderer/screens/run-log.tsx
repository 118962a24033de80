import { useEffect, useRef } from 'react';
import { LevelIcon } from '../parts/notice';
import { useWindow } from '../state/window-store';
import { clock } from '../words/format';
import { useWords } from '../words/words';

const SHOWN = 200;

/** What happened, in words, the newest at the bottom. */
export function RunLog(): React.ReactNode {
  const w = useWords();
  const log = useWindow((state) => state.log);
  const end = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const list = end.current;
    if (list) list.scrollTop = list.scrollHeight;
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each new line
  }, [log]);
  return (
    <section className="log" aria-label={w.createLog} data-area>
      <h2>{w.createLog}</h2>
      {log.length === 0 && <p className="quiet">{w.createLogEmpty}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <ol ref={end} tabIndex={0} aria-label={w.createLog}>
        {log.slice(-SHOWN).map((line, index) => (
          <li key={`${line.at} ${index}`}>
            <LevelIcon level={line.level} size={14} />
            <time>{clock(line.at)}</time>
            <span>{line.text(w)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
