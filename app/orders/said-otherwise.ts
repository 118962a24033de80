import { fold } from './fold';
import { columnTitle, type MatchedColumn } from './match-columns';
import type { Finding } from './problems';
import { readSwitch } from './values/choice';
import { isPlaceholder } from './values/placeholder';

const folded = (text: string): Set<string> =>
  new Set(
    text
      .split(/[,\n]/)
      .map(fold)
      .filter((word) => word !== ''),
  );

const HEADINGS = folded(`
  status, state, stage, deal stage, order stage, order status, pbx status, progress, order state
  bestellstatus, auftragsstatus, bearbeitungsstatus, stand, bearbeitungsstand
  estado, estado del pedido, estatus, statut, statut de la commande, etat, situação, estado do pedido, stato, stan, durum, статус
  状态, 订单状态, 狀態, 訂單狀態, 处理状态, 處理狀態, ステータス, 状況`);

/** That an order is done, called off or waiting. Not "new", "open", "pending", "approved": they say that it is to be made. */
const OTHERWISE = folded(`
  done, completed, complete, finished, closed, created, already created, live, provisioned, delivered, installed, deployed
  cancelled, canceled, cancel, withdrawn, void, rejected, declined, refused, on hold, hold, paused, postponed, suspended
  closed lost, lost, draft, duplicate, obsolete, do not order, not approved, sending, unconfirmed
  erledigt, fertig, abgeschlossen, angelegt, geliefert, storniert, abgesagt, abgelehnt, zurückgestellt, pausiert, entwurf
  hecho, completado, terminado, entregado, cancelado, anulado, rechazado, en espera, pausado, suspendido, borrador
  terminé, fait, livré, annulé, refusé, en attente, suspendu, brouillon
  concluído, feito, entregue, recusado, em espera, suspenso, rascunho
  completato, annullato, zakończone, anulowane, tamamlandı, iptal, iptal edildi, готово, выполнено, отменено, отменён
  已完成, 完成, 已取消, 取消, 已开通, 已创建, 作废, 已作废, 暂停, 暂缓, 已拒绝, 草稿
  已開通, 已建立, 作廢, 已作廢, 暫停, 暫緩, 已拒絕, 完了, キャンセル, 中止`);

/** A date or a mark under these says that the order was called off. */
const CANCELLATIONS = folded(`
  cancelled, canceled, cancelled date, cancelled on, cancellation date, date cancelled, storniert, storniert am, stornodatum
  cancelado el, fecha de cancelación, annulé le, date d annulation, cancelado em, 取消日期, 作废日期, 取消时间`);

/** How many are wanted; a row makes one PBX. Not "licenses", "users": they may be anything. */
const QUANTITIES = folded(`
  qty, quantity, number of pbxs, number of pbx, pbx qty, pbx quantity, no of pbxs, order quantity, count, pieces
  menge, stückzahl, anzahl, anzahl anlagen, cantidad, cantidad de pbx, quantité, nombre de pbx, quantidade, quantità, aantal, ilość
  количество, кол-во, adet, miktar, 数量, 订购数量, 台数, 數量, 訂購數量, 수량, الكمية`);

/** How long it is to run, where people give no expiry date. */
const TERMS = folded(`
  term, term months, term years, contract term, subscription term, duration, period, subscription period, contract period, months, years
  laufzeit, laufzeit monate, vertragslaufzeit, dauer, plazo, duración, meses, años, durée, durée mois, engagement, prazo, duração, durata
  looptijd, okres, срок, süre, 期限, 服务期限, 订阅时长, 购买时长, 年限, 使用年限, 服務期限, 訂閱時長, 契約期間, 利用期間`);

/** A column that is no order field, and what it can say against an order as it is read. */
export type TellingColumn = {
  readonly column: MatchedColumn;
  readonly kind: 'status' | 'own-status' | 'cancellation' | 'quantity' | 'term';
};

/** Columns in which people say what an order field can't hold. */
export function tellingColumns(columns: readonly MatchedColumn[]): TellingColumn[] {
  return columns.flatMap((column): TellingColumn[] => {
    const heading = fold(column.header);
    if (column.field === 'status') return [{ column, kind: 'own-status' }];
    if (column.field !== null || heading === '') return [];
    if (HEADINGS.has(heading)) return [{ column, kind: 'status' }];
    if (CANCELLATIONS.has(heading)) return [{ column, kind: 'cancellation' }];
    if (QUANTITIES.has(heading)) return [{ column, kind: 'quantity' }];
    return TERMS.has(heading) ? [{ column, kind: 'term' }] : [];
  });
}

/** Whether the heading of a section says so of the orders under it: `Cancelled`, `Already created (do not order):`. */
export function isObjection(heading: string): boolean {
  const words = fold(heading).split(' ');
  return (
    words.length <= LONGEST_SECTION &&
    [1, 2, 3].some((count) => OTHERWISE.has(words.slice(0, count).join(' ')))
  );
}
const LONGEST_SECTION = 6;

/** What the app itself writes into its status column. */
const OWN = /^(?:created|rejected|skipped|unconfirmed|sending|invalid|ready|cancelled)$/i;

/** What a telling cell says against its order; null: nothing. `ends`: the order has an expiry date. */
export function objection({ column, kind }: TellingColumn, text: string, ends: boolean): Finding | null {
  const value = text.trim();
  if (value === '' || isPlaceholder(value)) return null;
  const params = { column: columnTitle(column), value };
  switch (kind) {
    case 'own-status':
      return !OWN.test(value) && OTHERWISE.has(fold(value)) ? { code: 'says-otherwise', params } : null;
    case 'status':
      return OTHERWISE.has(fold(value)) ? { code: 'says-otherwise', params } : null;
    case 'cancellation':
      return readSwitch(value) === false ? null : { code: 'says-otherwise', params };
    case 'quantity':
      return /^1(?:[.,]0+)?$/.test(value) ? null : { code: 'more-than-one', params };
    case 'term':
      return ends ? null : { code: 'term-unused', params };
  }
}
