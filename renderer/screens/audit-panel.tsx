import { Download, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { AuditFilter, ShellCommandInput } from '../../app/engine/contract';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { DateInput, dayEnd, dayStart } from '../parts/date-input';
import { Notice } from '../parts/notice';
import { TextInput } from '../parts/text-input';
import { saveAudit, verifyAudit } from '../state/file-actions';
import { useWindow } from '../state/window-store';
import { said } from '../words/said';
import { connectionWord, orderStateWord } from '../words/states';
import { useWords } from '../words/words';

type Format = ShellCommandInput<'saveAudit'>['format'];
const FORMATS: readonly Format[] = ['xlsx', 'csv', 'jsonl'];
const STATES = ['created', 'rejected', 'unconfirmed', 'cancelled'] as const;
const ANY = '-';
const NOTHING = { from: '', to: '', connection: ANY, operator: '', sheet: '', customer: '', state: ANY };

/** The audit trail: checked, and saved as a file, all of it or a part. */
export function AuditPanel(): React.ReactNode {
  const w = useWords();
  const connections = useWindow((state) => state.home?.connections) ?? [];
  const [wanted, setWanted] = useState(NOTHING);
  const [format, setFormat] = useState<Format>('xlsx');
  const [verdict, setVerdict] = useState<{ ok: boolean; message: string } | null>(null);
  const check = async (): Promise<void> => setVerdict(await verifyAudit());
  const want = (part: keyof typeof NOTHING) => (value: string) => setWanted({ ...wanted, [part]: value });
  return (
    <section className="panel">
      <h2>{w.auditTitle}</h2>
      <p className="quiet">{w.auditIntro}</p>
      <div className="setting-buttons">
        <Button
          icon={ShieldCheck}
          onPress={() => {
            setVerdict(null);
            void check();
          }}
        >
          {w.auditVerify}
        </Button>
      </div>
      <div role="status">
        {verdict && <Notice level={verdict.ok ? 'good' : 'error'}>{said(w, verdict.message)}</Notice>}
      </div>
      <div className="setting-row">
        <DateInput label={w.auditFrom} value={wanted.from} onChange={want('from')} />
        <DateInput label={w.auditTo} value={wanted.to} onChange={want('to')} />
        <Choice
          label={w.auditConnection}
          options={[
            { id: ANY, label: w.auditAny },
            ...connections.map((one) => ({ id: one.name, label: connectionWord(w, one) })),
          ]}
          value={wanted.connection}
          onChange={want('connection')}
        />
        <Choice
          label={w.auditState}
          options={[
            { id: ANY, label: w.auditAny },
            ...STATES.map((id) => ({ id, label: orderStateWord(w, id) })),
          ]}
          value={wanted.state}
          onChange={want('state')}
        />
        <TextInput label={w.auditSheet} value={wanted.sheet} onChange={want('sheet')} />
        <TextInput label={w.auditCustomer} value={wanted.customer} onChange={want('customer')} />
        <TextInput label={w.auditOperator} value={wanted.operator} onChange={want('operator')} />
        <Choice
          label={w.auditFormat}
          options={FORMATS.map((id) => ({ id, label: id.toUpperCase() }))}
          value={format}
          onChange={(id) => setFormat(FORMATS.find((one) => one === id) ?? 'xlsx')}
        />
      </div>
      <div className="setting-buttons">
        <Button icon={Download} onPress={() => void saveAudit(filterOf(wanted), format)}>
          {w.auditSave}
        </Button>
      </div>
    </section>
  );
}

function filterOf({ from, to, ...rest }: typeof NOTHING): AuditFilter {
  const [start, end] = [dayStart(from), dayEnd(to)];
  const texts = Object.entries(rest).filter(([, value]) => value.trim() !== '' && value !== ANY);
  return {
    ...(start !== null && { from: start }),
    ...(end !== null && { to: end }),
    ...Object.fromEntries(texts.map(([part, value]) => [part, value.trim()])),
  };
}
