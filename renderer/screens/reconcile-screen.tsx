import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { Candidate } from '../../app/engine/contract';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { Emptiness } from '../parts/notice';
import { Screen } from '../parts/screen';
import { go } from '../state/navigate';
import { decide, reconcile } from '../state/run-actions';
import { useWindow } from '../state/window-store';
import { said } from '../words/said';
import { useWords } from '../words/words';
import { DecisionReason } from './decision-reason';
import { TypeId } from './type-id';

/** Orders whose answer never came: what was found at their address, and the three choices. */
export function ReconcileScreen(): React.ReactNode {
  const w = useWords();
  const candidates = useWindow((state) => state.candidates);
  const run = useWindow((state) => state.run);
  return (
    <Screen
      title={w.reconcileTitle}
      intro={w.reconcileIntro}
      aside={
        run && (
          <Button icon={RotateCw} onPress={() => void reconcile()}>
            {w.reconcileLook}
          </Button>
        )
      }
      footer={<Button onPress={() => go('results')}>{w.back}</Button>}
    >
      {candidates?.length === 0 && (
        <Emptiness title={w.reconcileNone}>
          <Button onPress={() => go('results')}>{w.createSeeResults}</Button>
        </Emptiness>
      )}
      {candidates?.map((one) => (
        <CandidateCard key={one.row} candidate={one} />
      ))}
    </Screen>
  );
}

function CandidateCard({ candidate }: { candidate: Candidate }): React.ReactNode {
  const w = useWords();
  const [asking, setAsking] = useState(false);
  const [typing, setTyping] = useState(false);
  const [reason, setReason] = useState('');
  const { row, cloudPbxId } = candidate;
  const why = <DecisionReason value={reason} onChange={setReason} />;
  const heading = {
    adopted: w.reconcileAdopted,
    differs: w.reconcileDiffers,
    absent: w.reconcileAbsent,
    'too-recent': w.reconcileRecent,
    unknown: w.reconcileUnknown,
  }[candidate.outcome];
  return (
    <section className="panel candidate" aria-label={w.planRowOf(row, candidate.name)}>
      <div className="candidate-head">
        <h2>{w.planRowOf(row, candidate.name)}</h2>
        <span className="quiet">{candidate.url}</span>
      </div>
      <p>
        <strong className="candidate-outcome">{heading}</strong> {said(w, candidate.message)}
      </p>
      {candidate.compared.length > 0 && <Compared candidate={candidate} />}
      {candidate.outcome !== 'adopted' && why}
      {candidate.outcome !== 'adopted' && (
        <div className="candidate-choices">
          {cloudPbxId === null ? (
            <Button onPress={() => setTyping(true)}>{w.reconcileType}</Button>
          ) : (
            <Button onPress={() => void decide({ choice: 'adopt', row, cloudPbxId }, reason)}>
              {w.reconcileAdopt(cloudPbxId)}
            </Button>
          )}
          <Button onPress={() => setAsking(true)}>{w.reconcileAgain}</Button>
          <Button onPress={() => void decide({ choice: 'leave', row }, reason)}>{w.reconcileLeave}</Button>
        </div>
      )}
      {typing && (
        <TypeId
          onClose={() => setTyping(false)}
          onTake={(id) => void decide({ choice: 'adopt', row, cloudPbxId: id }, reason)}
        >
          {why}
        </TypeId>
      )}
      {asking && (
        <Dialog
          question
          title={w.reconcileAgainTitle}
          onClose={() => setAsking(false)}
          buttons={
            <>
              <Button onPress={() => setAsking(false)}>{w.cancel}</Button>
              <Button
                look="danger"
                onPress={() => {
                  setAsking(false);
                  void decide({ choice: 'send-again', row }, reason);
                }}
              >
                {w.reconcileAgain}
              </Button>
            </>
          }
        >
          <p>{w.reconcileAgainText}</p>
          {why}
        </Dialog>
      )}
    </section>
  );
}

function Compared({ candidate }: { candidate: Candidate }): React.ReactNode {
  const w = useWords();
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{w.reconcileLabel}</th>
          <th scope="col">{w.reconcileOrdered}</th>
          <th scope="col">{w.reconcileFound}</th>
          <th scope="col">
            <span className="unseen">{w.historyResult}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {candidate.compared.map((one) => (
          <tr key={one.label} className={one.same ? '' : 'compared-other'}>
            <th scope="row">{said(w, one.label)}</th>
            <td>{one.ordered}</td>
            <td>{one.found}</td>
            <td>{one.same ? w.reconcileSame : w.reconcileOther}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
