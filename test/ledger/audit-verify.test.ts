import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditProblemMessage, type AuditFilter, type ChainCheck } from '../../app/ledger';
import { busyLedger, exportedLines, verified } from './audit-world';
import { rawFile } from './world';

type Line = Record<string, unknown>;
const told = (check: {
  ok: boolean;
  problems?: readonly Parameters<typeof auditProblemMessage>[0][];
}): string[] => (check.problems ?? []).map(auditProblemMessage);
/** Changes the line of one event. */
const changed = (lines: string[], seq: number, change: (line: Line) => Line): string[] =>
  lines.map((text) => {
    const line: Line = JSON.parse(text);
    return line['type'] === 'event' && line['seq'] === seq ? JSON.stringify(change(line)) : text;
  });
const at = (lines: string[], seq: number): number =>
  lines.findIndex((text) => text.startsWith('{"type":"event"') && JSON.parse(text).seq === seq);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('an export verified by itself', () => {
  const filters: [string, AuditFilter][] = [
    ['everything', {}],
    ['one run', { sheet: 'december' }],
    ['scattered events', { operator: 'Bob Ray' }],
    ['the middle', { state: 'rejected' }],
    ['nothing', { customer: 'nobody' }],
  ];
  it.each(filters)('holds: %s', async (_, filter) => {
    const { ledger } = await busyLedger();
    const head = await ledger.head();
    const check = await verified(await exportedLines(ledger, filter));
    expect(check).toMatchObject({
      ok: true,
      problems: [],
      found: 0,
      withheld: 0,
      head,
      exported: { operator: 'Bob Ray' },
    });
  });

  it('names the event that was changed, in any part', async () => {
    const { ledger } = await busyLedger();
    const lines = await exportedLines(ledger);
    const changes: ((line: Line) => Line)[] = [
      (line) => ({
        ...line,
        at: Number(line['at']) + 1,
        time: new Date(Number(line['at']) + 1).toISOString(),
      }),
      (line) => ({ ...line, operator: 'Someone' }),
      (line) => ({ ...line, osUser: 'root' }),
      (line) => ({ ...line, kind: 'sending > rejected' }),
      (line) => ({ ...line, run: 'other' }),
      (line) => ({ ...line, row: 9 }),
      (line) => ({ ...line, attempt: 2 }),
      (line) => ({ ...line, data: String(line['data']).replace('2001', '2002') }),
      (line) => ({ ...line, hash: sha256('x') }),
    ];
    for (const change of changes) {
      const check = await verified(changed(lines, 8, change));
      expect(check.ok).toBe(false);
      expect(told(check)[0]).toContain('Event 8 was changed');
    }
  });

  it('names the event whose order, answer or time in words was changed', async () => {
    const { ledger } = await busyLedger();
    const lines = await exportedLines(ledger);
    const order = changed(lines, 2, (line) => ({
      ...line,
      order: String(line['order']).replace('20', '30'),
    }));
    expect(told(await verified(order))).toEqual([expect.stringMatching(/row 2: what was ordered.*event 2/)]);
    const answer = changed(lines, 10, (line) => ({ ...line, answer: '{}' }));
    expect(told(await verified(answer))).toEqual([expect.stringMatching(/row 3: the answer.*event 10/)]);
    const time = changed(lines, 10, (line) => ({ ...line, time: '2020-01-01T00:00:00.000Z' }));
    expect(told(await verified(time))).toEqual([expect.stringMatching(/the time in words.*event 10/)]);
    const without = changed(lines, 10, (line) => ({ ...line, answer: undefined }));
    expect(await verified(without)).toMatchObject({ ok: true, withheld: 1 });
  });

  it('names a changed event whose hash was made anew, by the next that no longer follows', async () => {
    const { ledger } = await busyLedger();
    const lines = await exportedLines(ledger);
    const before: Line = JSON.parse(lines[at(lines, 7)] ?? '');
    const forged = changed(lines, 8, (line) => {
      const data = String(line['data']).replace('2001', '2002');
      const { seq, at: time, kind, run, row, attempt, operator, osUser } = line;
      const digest = sha256(JSON.stringify([seq, time, kind, run, row, attempt, operator, osUser, data]));
      return { ...line, data, hash: sha256(String(before['hash']) + digest) };
    });
    const check = await verified(forged);
    expect(told(check)).toEqual(['Event 9 was changed, or event 8 was and its own hash made anew.']);
  });

  it('names what is missing, out of order, inserted or cut off', async () => {
    const { ledger } = await busyLedger();
    const lines = await exportedLines(ledger);
    const eighth = at(lines, 8);
    const line = lines[eighth] ?? '';
    expect(told(await verified(lines.toSpliced(eighth, 1)))).toEqual(['Event 8 is missing.']);
    expect(told(await verified(lines.toSpliced(eighth, 3)))).toEqual(['The events 8 to 10 are missing.']);
    expect(told(await verified(lines.toSpliced(eighth, 2, lines[eighth + 1] ?? '', line)))).toEqual([
      'Event 8 is out of order.',
    ]);
    expect(told(await verified(lines.toSpliced(eighth, 0, line)))).toEqual([
      'Event 8 is there more than once: one was inserted.',
    ]);
    expect(told(await verified(lines.toSpliced(eighth, 1, '{"type":"event"}')))[0]).toContain(
      "What follows event 7 can't be read",
    );
    expect(told(await verified(lines.slice(0, -1)))).toEqual([
      'The trail is cut off: event 20 is known from the end that every export has but is not there.',
    ]);
    expect(told(await verified(lines.toSpliced(-2, 1)))).toEqual(['Event 19 is missing.']);
    expect((await verified([])).ok).toBe(false);
    expect((await verified(['not', 'an export'])).ok).toBe(false);
  });

  it('names the events that were left out when their digests were changed', async () => {
    const { ledger } = await busyLedger();
    const lines = await exportedLines(ledger, { operator: 'Bob Ray' });
    const forged = lines.map((text) => text.replace(/"digests":\["./, '"digests":["z'));
    expect(forged).not.toEqual(lines);
    expect(told(await verified(forged))).toEqual(['One of the events 2 to 13 was changed.']);
  });

  it('can not be told from another that was cut and closed anew, but for a head known from elsewhere', async () => {
    const { ledger } = await busyLedger();
    const lines = await exportedLines(ledger);
    const last: Line = JSON.parse(lines[at(lines, 18)] ?? '');
    const end = JSON.stringify({ type: 'end', events: 18, seq: 18, hash: last['hash'] });
    const cut = [...lines.slice(0, at(lines, 19)), end];
    expect((await verified(cut)).ok).toBe(true);
    const { verifyExport } = await import('../../app/ledger');
    const { Readable } = await import('node:stream');
    const anchors = [{ seq: 19, hash: 'x', source: 'the run report' }];
    const check = await verifyExport(Readable.from(cut.join('\n')), anchors);
    expect(told(check)).toEqual([
      'The trail is cut off: event 19 is known from the run report but is not there.',
    ]);
  });

  it('is held against a head known from elsewhere also where its filter left that event out', async () => {
    const { ledger } = await busyLedger();
    const all = await exportedLines(ledger);
    const hashOf = (seq: number): string => JSON.parse(all[at(all, seq)] ?? '').hash;
    const lines = await exportedLines(ledger, { sheet: 'december' });
    const from: number = JSON.parse(lines[1] ?? '').seq;
    expect([from > 1, lines.some((text) => text.includes('"omitted"'))]).toEqual([true, true]);
    const { verifyExport } = await import('../../app/ledger');
    const { Readable } = await import('node:stream');
    const against = (seq: number, hash: string) =>
      verifyExport(Readable.from(lines.join('\n')), [{ seq, hash, source: 'a mail' }]);
    for (let seq = from; seq <= 19; seq++) {
      expect(await against(seq, hashOf(seq))).toMatchObject({ ok: true });
      expect(told(await against(seq, 'f'.repeat(64)))).toEqual([
        `The trail was rewritten: event ${seq} is not the one known from a mail.`,
      ]);
    }
    expect(told(await against(40, 'f'.repeat(64))).join()).toContain(
      'event 40 is known from a mail but is not there',
    );
    for (let seq = 1; seq < from; seq++)
      expect(told(await against(seq, hashOf(seq))).join()).toContain("so it can't be compared");
  });

  it('never holds when any character of an event was changed', async () => {
    const { ledger } = await busyLedger();
    const lines = await exportedLines(ledger, { sheet: 'november' });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(),
        fc.constantFrom('0', 'a', '"', 'Z'),
        async (which, where, character) => {
          const index = 2 + (which % (lines.length - 2));
          const line = lines[index] ?? '';
          const place = where % line.length;
          if (line[place] === character) return;
          const check = await verified(
            lines.with(index, line.slice(0, place) + character + line.slice(place + 1)),
          );
          const field = /"(answer|order)"/.test(line.slice(place - 8, place + 8));
          // A renamed text counts as left out, which the check says as well.
          expect(check.ok && !(field && check.withheld > 0)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the ledger verified', () => {
  /** Opens the file as somebody with a database program would, guards off. */
  async function tampered(statements: string): Promise<ChainCheck> {
    const { dir, ledger } = await busyLedger();
    expect(await ledger.verifyChain()).toMatchObject({ ok: true, events: 19 });
    const db = rawFile(dir);
    const triggers = db.prepare("select name from sqlite_schema where type = 'trigger'").all();
    for (const { name } of triggers as { name: string }[]) db.exec(`drop trigger ${name}`);
    db.exec(statements);
    return ledger.verifyChain();
  }

  it.each([
    ['a changed event', "update events set operator = 'x' where seq = 8", 'Event 8 was changed'],
    ['a changed time', 'update events set at = at + 1 where seq = 8', 'Event 8 was changed'],
    ['a missing event', 'delete from events where seq = 8', 'Event 8 is missing.'],
    [
      'two events that changed places',
      'update events set seq = 99 where seq = 8; update events set seq = 8 where seq = 9; update events set seq = 9 where seq = 99',
      'Event 8 was changed',
    ],
    [
      'an inserted event',
      `insert into events select 20, at, kind, batch_id, row, attempt, operator, os_user, data, hash from events where seq = 19`,
      'Event 20 was changed',
    ],
    ['a cut tail', 'delete from events where seq >= 18', 'event 19 is known from the note beside the ledger'],
    [
      'another id',
      "update orders set cloud_pbx_id = '9' where row = 4",
      'row 4: the cloudPbxId is not what event 14 recorded',
    ],
    [
      'another state',
      "update orders set state = 'cancelled' where row = 3",
      'row 3: the state is not what event 10 recorded',
    ],
    [
      'another order',
      "update orders set order_json = replace(order_json, '20', '30') where row = 2 and name = 'PBX pbx-2'",
      'row 2: what was ordered is not what event 2 recorded',
    ],
    [
      'another correction',
      "update orders set edits = '{}' where row = 3",
      'row 3: the corrections is not what event 3 recorded',
    ],
    [
      'another answer',
      "update attempts set raw = '{}' where row = 3",
      'row 3: the answer to attempt 1 is not what event 10 recorded',
    ],
    [
      'another decision',
      "update decisions set decided_by = 'x'",
      'row 4: the decision is not what event 13 recorded',
    ],
    [
      'a decision that was never made',
      'insert into decisions select batch_id, 2, at, decided_by, choice, reason from decisions',
      'row 2: the number of decisions',
    ],
    ['another file', "update batches set sha256 = 'x' where rows = 5", 'sha256 is not what event 1 recorded'],
    ['another operator of a run', "update batches set operator = 'x' where rows = 5", 'who began it'],
  ])('finds %s', async (_, statements, words) => {
    const check = await tampered(statements);
    expect(check.ok).toBe(false);
    expect(told(check as never).join('\n')).toContain(words);
  });

  it('does not let a history that was lost explain away a head that somebody kept', async () => {
    const { ledger } = await busyLedger();
    const kept = { seq: 25, hash: 'a'.repeat(64), source: 'a mail' };
    await ledger.recordEvent('history-lost', { expected: { seq: 30 }, found: { seq: 19 } });
    expect(await ledger.verifyChain()).toMatchObject({ ok: true });
    expect(told((await ledger.verifyChain([kept])) as never)).toEqual([
      'Event 25 is known from a mail, but the trail says that it lost the events it was among.',
    ]);
  });

  it('finds a history made anew from end to end by the backups and heads noted elsewhere', async () => {
    const { dir, ledger } = await busyLedger();
    const head = await ledger.head();
    await ledger.backupNow();
    await ledger.close();
    const other = await busyLedger();
    await other.ledger.close();
    for (const name of ['ledger.db', 'ledger.head'])
      fs.copyFileSync(path.join(other.dir, name), path.join(dir, name));
    const db = rawFile(dir);
    expect(db.prepare('select count(*) as count from events').get()).toEqual({ count: 19 });
    db.close();
    const { open } = await import('./world');
    const forged = await open(dir);
    // The same things happened at the same times, so the histories are equal, and nothing is to be found.
    expect(await forged.verifyChain()).toMatchObject({ ok: true, anchors: 3 });
    expect(await forged.verifyChain([{ ...head, hash: 'f'.repeat(64), source: 'an export' }])).toMatchObject({
      ok: false,
      brokenAt: 19,
    });
    await forged.close();
    const elsewhere = await open(path.join(dir, 'other'), { operator: 'Other' });
    await elsewhere.recordEvent('x', {});
    await elsewhere.close();
    for (const name of ['ledger.db', 'ledger.head'])
      fs.copyFileSync(path.join(dir, 'other', name), path.join(dir, name));
    const check = await (await open(dir)).verifyChain();
    expect(told(check as never).join()).toMatch(
      /event 19 is known from the backup ledger-.*but is not there/,
    );
  });
});
