import { ArrowRight } from 'lucide-react';
import type { SheetView } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { CellDetail } from '../grid/cell-detail';
import { OrdersGrid } from '../grid/orders-grid';
import { Button } from '../parts/button';
import { Emptiness, Notice } from '../parts/notice';
import { Screen } from '../parts/screen';
import { ask } from '../state/ask';
import { go } from '../state/navigate';
import { openRun } from '../state/run-actions';
import { refreshSheet } from '../state/sheet-actions';
import { takeConnections } from '../state/settings-actions';
import { useWindow } from '../state/window-store';
import { day } from '../words/format';
import { useWords } from '../words/words';
import { FindBar } from './find-bar';
import { ProblemsPanel } from './problems-panel';
import { RowFilters } from './row-filters';

/** Every row, what is wrong with it, and the place to fix it. */
export function ReviewScreen(): React.ReactNode {
  const w = useWords();
  const sheet = useWindow((state) => state.sheet);
  const findShown = useWindow((state) => state.findShown);
  const problemsShown = useWindow((state) => state.problemsShown);
  const filter = useWindow((state) => state.filter);
  if (!sheet) return null;
  const { counts } = sheet;
  return (
    <Screen
      full
      title={w.reviewTitle}
      intro={summary(sheet, w)}
      aside={<RowFilters sheet={sheet} />}
      footer={
        <>
          <Button onPress={() => go('columns')}>{w.back}</Button>
          <FooterNote />
          <span className="quiet footer-leave" id="grid-leave">
            <kbd>F6</kbd> {w.keyLeave}
          </span>
          <Button look="main" icon={ArrowRight} isDisabled={counts.rows === 0} onPress={() => go('plan')}>
            {counts.invalid > 0 && counts.ready > 0 ? w.reviewNextPartly(counts.ready) : w.reviewNext}
          </Button>
        </>
      }
    >
      <SheetNotices sheet={sheet} />
      {findShown && <FindBar sheet={sheet} />}
      {counts.rows === 0 ? (
        <Emptiness title={w.reviewNoRows}>
          <Button onPress={() => go('columns')}>{w.problemsToColumns}</Button>
        </Emptiness>
      ) : (
        <div className="review-layout">
          <div className="review-main">
            <OrdersGrid sheet={sheet} filter={filter} />
            <CellDetail />
          </div>
          {problemsShown && <ProblemsPanel sheet={sheet} />}
        </div>
      )}
    </Screen>
  );
}

/** What was just done, for the eye; the live region of the window says it too. */
function FooterNote(): React.ReactNode {
  const w = useWords();
  const said = useWindow((state) => state.said).trim();
  return (
    <span className="quiet footer-note">
      {said === '' ? w.gridKeepWorking : <strong aria-hidden>{said}</strong>}
    </span>
  );
}

function summary({ counts }: SheetView, w: ReturnType<typeof useWords>): string {
  if (counts.rows === 0) return '';
  if (counts.ready === counts.rows) return w.reviewAllReady(counts.rows);
  const ready = w.reviewReadyOf(counts.ready, counts.rows);
  return counts.invalid > 0 ? `${ready} · ${w.reviewToFix(counts.invalid)}` : ready;
}

/** What holds for the whole sheet: submitted before, an old catalog, nothing ready. */
function SheetNotices({ sheet }: { sheet: SheetView }): React.ReactNode {
  const w = useWords();
  const connections = useWindow((state) => state.home?.connections);
  const { catalog, runId, counts } = sheet;
  const isProduction = connections?.find((one) => one.name === catalog.connection)?.kind === 'production';
  const sync = async (): Promise<void> => {
    const done = await ask(bridge().syncCatalog({ connection: catalog.connection }), { what: 'catalog' });
    if (takeConnections(done)) await refreshSheet();
  };
  return (
    <>
      {runId !== null && (
        <Notice level="note" actions={<Button onPress={() => void openRun(runId)}>{w.reviewShowRun}</Button>}>
          {w.reviewAlreadyRun}
        </Notice>
      )}
      {isProduction && (catalog.old || catalog.fetchedAt === 0) && (
        <Notice level="warning" actions={<Button onPress={() => void sync()}>{w.reviewSync}</Button>}>
          {catalog.fetchedAt === 0
            ? w.reviewCatalogNone(catalog.connection)
            : w.reviewCatalogOld(catalog.connection, day(catalog.fetchedAt))}
        </Notice>
      )}
      {counts.rows > 0 && counts.ready === 0 && counts.invalid > 0 && (
        <Notice level="note">{w.reviewNothingReady}</Notice>
      )}
    </>
  );
}
