import type { OrderRequest } from '../orders';
import type { CloudPbx } from '../ycm';

/** One fact of an order beside what YCM shows. */
export type Compared = { label: string; ordered: string; found: string; same: boolean };

/** Compares what YCM shows of a PBX with its order; what it doesn't show is left out. */
export function compareWithOrder(order: OrderRequest, url: string, found: CloudPbx): Compared[] {
  const rows: [string, string | number, string | number | null][] = [
    ['PBX name', order.name, found.name],
    ['URL', url, found.url === null ? null : found.url.toLowerCase()],
    ['Plan', order.plan, found.plan],
    ['Type', order.type, found.type],
    ['Extensions', order.extensionCapacity, found.extensionCapacity],
    ['Concurrent calls', order.concurrentCallCapacity, found.concurrentCallCapacity],
    ['Call recording', order.recordingStatus, found.recordingStatus],
    ['Recording minutes', order.recordingCapacity, found.recordingCapacity],
  ];
  return rows.flatMap(([label, ordered, shown]) =>
    shown === null
      ? []
      : [
          {
            label,
            ordered: String(ordered),
            found: String(shown),
            same: fold(String(ordered)) === fold(String(shown)),
          },
        ],
  );
}

/** How much earlier than the request a PBX may say it was created: clocks and their time zones are set wrongly. */
const CLOCK_DOUBT_MS = 86_400_000;

/** The same, and whether the PBX is older than `sentAt` (ms), when the order was first sent: then it can't be ours. */
export function compareWithSent(
  order: OrderRequest,
  url: string,
  found: CloudPbx,
  sentAt: number | null,
): Compared[] {
  const compared = compareWithOrder(order, url, found);
  const { createTime } = found;
  if (createTime === null || sentAt === null || createTime * 1000 >= sentAt - CLOCK_DOUBT_MS) return compared;
  return [
    ...compared,
    { label: 'Created', ordered: `after ${iso(sentAt)}`, found: iso(createTime * 1000), same: false },
  ];
}

/** Whether the facts say that the PBX is the one ordered. Its URL alone says nothing: it was looked up by that. */
export function isMatch(compared: readonly Compared[]): boolean {
  return compared.every((one) => one.same) && compared.some((one) => one.label !== 'URL');
}

const fold = (text: string): string => text.trim().toLowerCase();

const iso = (ms: number): string => {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? String(ms) : date.toISOString();
};
