import type { RunRow, Settings, Share, Totals } from './contract';
import { de } from './report-words/de';
import { en, type ReportWords } from './report-words/en';
import { es } from './report-words/es';
import { zh } from './report-words/zh';
import type { RunReport } from './run-report';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Text from a sheet is never markup. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

/** Prints on A4 and Letter alike: the width is the page's own, and no row of a table is torn. */
const STYLE = `
@page { margin: 14mm; }
* { box-sizing: border-box; }
body { font: 10.5pt/1.45 system-ui, 'Segoe UI', 'Helvetica Neue', 'Noto Sans', 'Noto Sans CJK SC', sans-serif; color: #1b1f24; background: #fff; margin: 0 auto; max-width: 190mm; padding: 8mm; }
@media print { body { max-width: none; padding: 0; } }
h1 { font-size: 18pt; margin: 0 0 1mm; overflow-wrap: anywhere; }
h2 { font-size: 12pt; margin: 6mm 0 1.5mm; break-after: avoid; }
.lead { color: #57606a; margin: 0 0 4mm; }
.kind { display: inline-block; border: 1px solid currentColor; border-radius: 3px; padding: 0 5px; font-size: 9pt; }
.production { color: #a40e26; } .sandbox { color: #0a5b52; }
.totals { display: grid; grid-template-columns: repeat(7, 1fr); gap: 3mm; margin: 4mm 0; }
.totals div { border: 1px solid #d0d7de; border-radius: 4px; padding: 2mm; }
.totals b { display: block; font-size: 15pt; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.6mm 6mm; margin: 0; }
dt { color: #57606a; } dd { margin: 0; overflow-wrap: anywhere; }
.charts { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; }
th { text-align: left; color: #57606a; font-weight: 600; border-bottom: 1px solid #8c959f; }
th, td { padding: 1mm 3mm 1mm 0; vertical-align: top; }
td.long { overflow-wrap: anywhere; } .short { white-space: nowrap; }
tr { break-inside: avoid; } td { border-bottom: 1px solid #e6eaef; }
thead { display: table-header-group; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
footer { margin-top: 6mm; color: #57606a; font-size: 8.5pt; }`;

export type ReportLanguage = Exclude<Settings['language'], 'system'>;
const LANGUAGES: Readonly<Record<ReportLanguage, ReportWords>> = { en, zh, de, es };

/**
 * One page about a run, to hand to a customer or a lead: HTML that needs nothing else and runs nothing. `sentences`: what
 * the run says in English, to what it is in that language; what is not among them stays.
 */
export function reportHtml(
  report: RunReport,
  language: ReportLanguage = 'en',
  sentences: Readonly<Record<string, string>> = {},
): string {
  const said = new Map(Object.entries(sentences));
  const rows = report.rows.map((row) => ({ ...row, message: said.get(row.message ?? '') ?? row.message }));
  const stopReason = said.get(report.stopReason ?? '') ?? report.stopReason;
  const w = LANGUAGES[language];
  const { sheet, connection, totals } = report;
  const created = rows.filter((row) => row.state === 'created');
  const others = rows.filter((row) => row.state !== 'created');
  const title = w.title(sheet.name, totals.created, totals.rows);
  return `<!doctype html>
<html lang="${w.tag}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body>
<h1>${escaped(sheet.name)}</h1>
<p class="lead">${escaped(w.lead(connection.name))}
<span class="kind ${connection.kind}">${w[connection.kind]}</span></p>
${totalsHtml(w, totals)}
${stopReason ? `<p><strong>${w.stopped}</strong> ${escaped(stopReason)}</p>` : ''}
<h2>${w.bought}</h2>
<p>${w.sums(created.length, report.created.extensions, report.created.concurrentCalls, report.created.recordingMinutes)}</p>
<div class="charts">${chart(w, w.byPlan, report.byPlan)}${chart(w, w.byRegion, report.byRegion)}</div>
${createdTable(w, created)}
${othersTable(w, others)}
<h2>${w.origin}</h2>
${facts(w, report)}
<footer>${w.footer}</footer>
</body></html>
`;
}

const figure = (w: ReportWords, value: number): string => value.toLocaleString(w.tag);

function totalsHtml(w: ReportWords, totals: Totals): string {
  const cells: [string, number][] = [
    [w.rows, totals.rows],
    [w.created, totals.created],
    [w.rejected, totals.rejected],
    [w.skipped, totals.skipped],
    [w.unconfirmed, totals.unconfirmed],
    [w.notSent, totals.notSent],
    [w.invalid, totals.invalid],
  ];
  return `<div class="totals">${cells.map(([word, value]) => `<div><b>${figure(w, value)}</b>${word}</div>`).join('')}</div>`;
}

/** Bars with their figures beside them, so that nothing is told by length or colour alone. */
function chart(w: ReportWords, title: string, shares: readonly Share[]): string {
  if (shares.length === 0) return '';
  const most = Math.max(...shares.map((one) => one.pbxs), 1);
  const rows = shares.map(({ label, pbxs, extensions }) => {
    const bar = `<svg width="100%" height="8" preserveAspectRatio="none" viewBox="0 0 100 8" aria-hidden="true"><rect width="${((100 * pbxs) / most).toFixed(1)}" height="8" fill="#2f6feb"></rect></svg>`;
    return `<tr><td>${escaped(label)}<br>${bar}</td><td class="number">${figure(w, pbxs)}</td><td class="number">${figure(w, extensions)}</td></tr>`;
  });
  return `<table><thead><tr><th>${title}</th><th class="number">${w.pbxs}</th><th class="number">${w.extensions}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function createdTable(w: ReportWords, rows: readonly RunRow[]): string {
  if (rows.length === 0) return '';
  const body = rows.map(
    ({ row, name, url, cloudPbxId }) =>
      `<tr><td class="number">${row}</td><td class="long">${escaped(name)}</td><td class="long">${escaped(url ?? '')}</td><td class="number">${escaped(cloudPbxId ?? '')}</td></tr>`,
  );
  return `<h2>${w.created}</h2><table><thead><tr><th class="number">${w.row}</th><th>${w.name}</th><th>${w.address}</th><th class="number">cloudPbxId</th></tr></thead><tbody>${body.join('')}</tbody></table>`;
}

const stateWord = (w: ReportWords, state: RunRow['state']): string =>
  state === 'ready' || state === 'cancelled' ? w.notSent : w[state];

function othersTable(w: ReportWords, rows: readonly RunRow[]): string {
  if (rows.length === 0) return '';
  const body = rows.map(
    ({ row, name, state, message, cloudPbxId }) =>
      `<tr><td class="number">${row}</td><td class="long">${escaped(name)}</td><td class="short">${stateWord(w, state)}${cloudPbxId ? ` (${escaped(cloudPbxId)})` : ''}</td><td class="long">${escaped(message ?? '')}</td></tr>`,
  );
  return `<h2>${w.others}</h2><table><thead><tr><th class="number">${w.row}</th><th>${w.name}</th><th>${w.state}</th><th>${w.why}</th></tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function facts(w: ReportWords, report: RunReport): string {
  const { sheet, timeZone } = report;
  const time = (at: number | null): string =>
    at === null
      ? w.nothingSent
      : `${new Date(at).toLocaleString('sv-SE', { timeZone })} (${timeZone}), ${new Date(at).toISOString().slice(0, 19)}Z`;
  const entries: [string, string][] = [
    [w.run, report.runId],
    [w.sheet, sheet.tab ? `${sheet.name}, ${sheet.tab}` : sheet.name],
    ['SHA-256', sheet.sha256],
    [w.corrected, String(report.editedCells)],
    [
      w.operator,
      report.operator === report.osUser ? report.operator : `${report.operator} (${report.osUser})`,
    ],
    [w.submitted, time(report.createdAt)],
    [w.firstAnswer, time(report.firstAt)],
    [w.lastAnswer, time(report.lastAt)],
  ];
  return `<dl>${entries.map(([term, text]) => `<dt>${term}</dt><dd>${escaped(text)}</dd>`).join('')}</dl>`;
}
