import { describe, expect, test } from 'vitest';
import { reportHtml, type RunReport } from '../../app/engine';

const AT = Date.UTC(2026, 10, 24, 10, 15);
const report = (change: Partial<RunReport> = {}): RunReport => ({
  runId: '20261124-1',
  sheet: { name: 'orders.xlsx', folder: '/sheets', sha256: 'a'.repeat(64), tab: 'Orders' },
  connection: { name: 'Main account', kind: 'production' },
  operator: 'Ana',
  osUser: 'ana1',
  createdAt: AT,
  firstAt: AT,
  lastAt: AT + 60_000,
  timeZone: 'Asia/Shanghai',
  totals: { rows: 3, created: 1, rejected: 1, skipped: 0, unconfirmed: 0, notSent: 1, invalid: 0 },
  stopReason: null,
  created: { extensions: 1200, concurrentCalls: 60, recordingMinutes: 0 },
  byPlan: [{ label: 'Ultimate Plan', pbxs: 1, extensions: 1200 }],
  byRegion: [{ label: 'Asia Pacific(Singapore)', pbxs: 1, extensions: 1200 }],
  rows: [
    row({ row: 2, name: 'Acme', state: 'created', url: 'acme.example', cloudPbxId: '42100' }),
    row({
      row: 3,
      name: '<img src=x onerror=alert(1)>',
      state: 'rejected',
      message: 'INVALID_PARAMETER & "more"',
    }),
    row({ row: 4, name: 'Later', state: 'ready' }),
  ],
  editedCells: 2,
  ...change,
});

function row(change: Partial<RunReport['rows'][number]>): RunReport['rows'][number] {
  return {
    row: 1,
    name: '',
    url: null,
    state: 'ready',
    cloudPbxId: null,
    requestId: null,
    message: null,
    processedAt: null,
    ...change,
  };
}

/** The text a reader sees. */
const text = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the page about a run', () => {
  test('says what was created, what was not and why, where it comes from and who did it', () => {
    const shown = text(reportHtml(report()));
    for (const fact of [
      'orders.xlsx',
      'Production',
      '1,200 extensions',
      'acme.example',
      '42100',
      'Ana (ana1)',
      'a'.repeat(64),
    ])
      expect(shown).toContain(fact);
    expect(shown).toContain('2026-11-24 18:15:00 (Asia/Shanghai), 2026-11-24T10:15:00Z');
    expect(shown).toMatch(/4 Later Not sent/);
    expect(shown).not.toContain('undefined');
  });
  test('text of a sheet is never markup, and the page runs nothing', () => {
    const html = reportHtml(report());
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('INVALID_PARAMETER &amp; &quot;more&quot;');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|https?:\/\//);
  });
  test('whatever text it is: of the sheet, the account, the person, the catalog, YCM', () => {
    const evil = '<b class="x">&\'';
    const html = reportHtml(
      report({
        runId: evil,
        sheet: { name: evil, folder: evil, sha256: evil, tab: evil },
        connection: { name: evil, kind: 'production' },
        operator: evil,
        osUser: `${evil}2`,
        stopReason: evil,
        byPlan: [{ label: evil, pbxs: 1, extensions: 1 }],
        byRegion: [{ label: evil, pbxs: 1, extensions: 1 }],
        rows: [
          row({ row: 2, name: evil, state: 'created', url: evil, cloudPbxId: evil }),
          row({ row: 3, name: evil, state: 'rejected', message: evil, cloudPbxId: evil }),
        ],
      }),
    );
    expect(html).not.toContain('<b class');
    expect(html.split('&lt;b class=&quot;x&quot;&gt;&amp;&#39;').length - 1).toBe(18);
  });
  test('a run that stopped says why; one that sent nothing says so', () => {
    const shown = text(
      reportHtml(report({ stopReason: 'Stopped by the operator.', firstAt: null, lastAt: null })),
    );
    expect(shown).toContain('The run stopped: Stopped by the operator.');
    expect(shown).toContain('nothing was sent');
  });
  test('it is in the language asked for, figures too', () => {
    const html = reportHtml(report(), 'de');
    expect(html).toContain('<html lang="de">');
    expect(text(html)).toContain('1 PBX mit 1.200 Nebenstellen, 60 gleichzeitigen Gesprächen');
    expect(text(html)).toMatch(/4 Later Nicht gesendet/);
    const stopped = report({ stopReason: 'Stopped by the operator.' });
    const sentences = {
      'Stopped by the operator.': 'Vom Bearbeiter <beendet>.',
      'INVALID_PARAMETER & "more"': 'Ungültig',
    };
    const shown = reportHtml(stopped, 'de', sentences);
    expect(shown).toContain('Vom Bearbeiter &lt;beendet&gt;.');
    expect(shown).toContain('Ungültig');
    expect(shown).not.toContain('INVALID_PARAMETER');
    expect(text(reportHtml(report(), 'zh'))).toContain('1,200 个分机');
    expect(text(reportHtml(report(), 'es'))).toContain('No creados, y por qué');
  });
});
