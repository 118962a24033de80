import * as z from 'zod';
import { json, type HttpAnswer } from './envelope';
import type { Fault } from './faults';
import { faultSchema } from './faults';
import type { StoredPbx } from './pbx-store';
import type { Call } from './routes';

const order = z.union([
  z.strictObject({ push: faultSchema }),
  z.strictObject({ always: faultSchema.nullable() }),
]);

export type Admin = {
  clientSecret: string;
  push(fault: Fault): void;
  always(fault: Fault | null): void;
  accepted(): StoredPbx[];
};

/** Null: the call is none for the admin, and YCM answers it. What there is: see `startSandbox`. */
export function adminAnswer(call: Call, admin: Admin): HttpAnswer | null {
  if (!call.path.startsWith('/sandbox/')) return null;
  // A page in a browser on this machine reaches the loopback interface too, but doesn't know the secret.
  if (call.authorization !== `Bearer ${admin.clientSecret}`)
    return json(401, { error: 'client secret wanted' });
  if (call.method === 'GET' && call.path === '/sandbox/accepted') {
    return json(200, { accepted: admin.accepted() });
  }
  if (call.method !== 'POST' || call.path !== '/sandbox/faults') return json(404, { error: 'unknown' });
  const read = order.safeParse(jsonOrNull(call.body));
  if (!read.success) return json(400, { error: z.prettifyError(read.error) });
  if ('push' in read.data) admin.push(read.data.push);
  else admin.always(read.data.always);
  return json(200, {});
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
