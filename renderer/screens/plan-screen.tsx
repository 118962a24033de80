import { Play, Settings2 } from 'lucide-react';
import { useEffect } from 'react';
import type { PlanView } from '../../app/engine/contract';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { ConnectionBadge } from '../parts/connection-badge';
import { Notice } from '../parts/notice';
import { RowList } from '../parts/row-list';
import { Screen } from '../parts/screen';
import { useOnline } from '../parts/use-online';
import { ShareChart } from '../parts/share-chart';
import { go } from '../state/navigate';
import { confirmPlan, createOrders, loadPlan } from '../state/run-actions';
import { showRows } from '../state/sheet-actions';
import { currentConnection, set, useWindow } from '../state/window-store';
import { figure } from '../words/format';
import { said } from '../words/said';
import { connectionWord } from '../words/states';
import { useWords } from '../words/words';
import { ProductionQuestion } from './production-question';

/** What will be created, before anything is sent. */
export function PlanScreen(): React.ReactNode {
  const w = useWords();
  const plan = useWindow((state) => state.plan);
  const connection = useWindow(currentConnection);
  const sheetId = useWindow((state) => state.sheet?.id);
  const revision = useWindow((state) => state.sheet?.revision);
  const asking = useWindow((state) => state.dialog === 'production');
  const isOnline = useOnline();
  useEffect(() => {
    void loadPlan();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a plan is of these, whoever reads them
  }, [connection?.name, sheetId, revision]);
  return (
    <Screen
      title={plan ? w.planTitle(plan.create) : w.stepPlan}
      {...(plan && { intro: w.planIntro(connectionWord(w, plan.connection)) })}
      aside={<ConnectionChoice />}
      footer={
        <>
          <Button onPress={() => go('review')}>{w.back}</Button>
          <Button
            look={plan?.connection.kind === 'production' ? 'danger' : 'main'}
            icon={Play}
            isDisabled={!plan || plan.create === 0}
            onPress={confirmPlan}
          >
            {plan && plan.create > 0 ? w.planCreate(plan.create) : w.planTitle(0)}
          </Button>
        </>
      }
    >
      {connection?.kind === 'production' && !isOnline && <Notice level="warning">{w.planOffline}</Notice>}
      {plan && <PlanBody plan={plan} />}
      {asking && plan && (
        <ProductionQuestion
          plan={plan}
          onClose={() => set({ dialog: null })}
          onConfirm={() => {
            set({ dialog: null });
            void createOrders(plan.create);
          }}
        />
      )}
    </Screen>
  );
}

function ConnectionChoice(): React.ReactNode {
  const w = useWords();
  const connections = useWindow((state) => state.home?.connections) ?? [];
  const connection = useWindow(currentConnection);
  return (
    <div className="connection-choice">
      <Choice
        label={w.planConnection}
        options={connections.map((one) => ({
          id: one.name,
          label: connectionWord(w, one),
          hint: one.kind === 'sandbox' ? w.sandboxBadgeHelp : one.baseUrl,
        }))}
        value={connection?.name ?? null}
        onChange={(name) => set({ connection: name })}
      />
      <Button look="quiet" icon={Settings2} onPress={() => go('connections')}>
        {w.planAddConnection}
      </Button>
    </div>
  );
}

function PlanBody({ plan }: { plan: PlanView }): React.ReactNode {
  const w = useWords();
  const { totals, capacity } = plan;
  const left = (amount: number | undefined): string | null =>
    amount === undefined ? null : w.planLeft(amount);
  return (
    <>
      <div className={`connection-banner connection-banner-${plan.connection.kind}`}>
        <ConnectionBadge kind={plan.connection.kind} name={plan.connection.name} />
        <span>{plan.connection.kind === 'sandbox' ? w.planSandboxNote : w.planProductionNote}</span>
      </div>
      {plan.shortfall.length > 0 && (
        <Notice level="warning">
          <strong>{w.planShort}</strong> {w.saidJoined(plan.shortfall.map((one) => said(w, one)))}
        </Notice>
      )}
      {plan.capacityNote !== null && <Notice level="note">{said(w, plan.capacityNote)}</Notice>}
      <section aria-label={w.planTotals}>
        <dl className="figures">
          <Figure label={w.planPbxs} value={plan.create} />
          <Figure label={w.planExtensions} value={totals.extensions} note={left(capacity?.extensions)} />
          <Figure label={w.planCalls} value={totals.concurrentCalls} note={left(capacity?.concurrentCalls)} />
          <Figure
            label={w.planMinutes}
            value={totals.recordingMinutes}
            note={left(capacity?.recordingMinutes) ?? w.planMinutesHelp}
          />
        </dl>
      </section>
      {plan.create > 0 && (
        <div className="charts">
          <ShareChart title={w.planByPlan} shares={plan.byPlan} />
          <ShareChart title={w.planByRegion} shares={plan.byRegion} />
          <ShareChart title={w.planByType} shares={plan.byType} />
        </div>
      )}
      <div className="plan-lists">
        {plan.invalidRows.length > 0 && (
          <RowList
            level="error"
            title={w.planBlocked(plan.invalid)}
            rows={plan.invalidRows.map(({ row, name, reason }) => ({
              row,
              title: w.planRowOf(row, name),
              detail: said(w, reason),
            }))}
            action={
              <Button
                look="quiet"
                onPress={() => {
                  showRows({ states: ['invalid'] });
                  go('review');
                }}
              >
                {w.planBackToFix}
              </Button>
            }
          />
        )}
        {plan.skippedRows.length > 0 && (
          <RowList
            level="note"
            title={w.planSkipped(plan.skipped)}
            rows={plan.skippedRows.map(({ row, name, reason }) => ({
              row,
              title: w.planRowOf(row, name),
              detail: said(w, reason),
            }))}
          />
        )}
        {plan.warnings.length > 0 && (
          <RowList
            level="warning"
            title={w.planWarnings(plan.warnings.length)}
            rows={plan.warnings.map(({ row, cell, message }) => ({
              row,
              title: cell ?? (row === 0 ? w.planWholeSheet : w.planRowOf(row, '')),
              detail: said(w, message),
            }))}
          />
        )}
      </div>
    </>
  );
}

function Figure({
  label,
  value,
  note = null,
}: {
  label: string;
  value: number;
  note?: string | null;
}): React.ReactNode {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>
        <span className="figure-value">{figure(value)}</span>
        {note !== null && <span className="figure-note">{note}</span>}
      </dd>
    </div>
  );
}
