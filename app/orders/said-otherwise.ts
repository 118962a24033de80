import { fold } from './fold';
import type { MatchedColumn } from './match-columns';

const folded = (text: string): Set<string> =>
  new Set(
    text
      .split(/[,\n]/)
      .map(fold)
      .filter((word) => word !== ''),
  );

const HEADINGS = folded(`
  status, state, order status, pbx status, progress, order state
  bestellstatus, auftragsstatus, bearbeitungsstatus, stand, bearbeitungsstand
  estado, estado del pedido, estatus, statut, statut de la commande, etat, situação, estado do pedido, stato, stan, durum, статус
  状态, 订单状态, 狀態, 訂單狀態, 处理状态, 處理狀態, ステータス, 状況`);

/** That an order is done, called off or waiting. Not "new", "open", "pending", "approved": they say that it is to be made. */
const OTHERWISE = folded(`
  done, completed, complete, finished, closed, created, already created, live, provisioned, delivered, installed, deployed
  cancelled, canceled, cancel, withdrawn, void, rejected, declined, refused, on hold, hold, paused, postponed, suspended
  draft, duplicate, obsolete, do not order, not approved, sending, unconfirmed
  erledigt, fertig, abgeschlossen, angelegt, geliefert, storniert, abgesagt, abgelehnt, zurückgestellt, pausiert, entwurf
  hecho, completado, terminado, entregado, cancelado, anulado, rechazado, en espera, pausado, suspendido, borrador
  terminé, fait, livré, annulé, refusé, en attente, suspendu, brouillon
  concluído, feito, entregue, recusado, em espera, suspenso, rascunho
  completato, annullato, zakończone, anulowane, tamamlandı, iptal, iptal edildi, готово, выполнено, отменено, отменён
  已完成, 完成, 已取消, 取消, 已开通, 已创建, 作废, 已作废, 暂停, 暂缓, 已拒绝, 草稿
  已開通, 已建立, 作廢, 已作廢, 暫停, 暫緩, 已拒絕, 完了, キャンセル, 中止`);

/** Columns in which people keep how far an order is, the app's own left out. */
export const statusColumns = (columns: readonly MatchedColumn[]): MatchedColumn[] =>
  columns.filter(({ field, header }) => (field === null || field === 'status') && HEADINGS.has(fold(header)));

/** What the app itself writes into its status column. */
const OWN = /^(?:created|rejected|skipped|unconfirmed|sending|invalid|ready|cancelled)$/i;

/** Whether a status says that the order is not, or no longer, to be made. `own`: of the app's column, whose own words mean what they mean there. */
export const speaksAgainst = (status: string, own: boolean): boolean =>
  status !== '' && !(own && OWN.test(status)) && OTHERWISE.has(fold(status));
