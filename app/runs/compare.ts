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

const fold = (text: string): string => text.trim().toLowerCase();
