import * as z from 'zod';

/** The facts of an event, as far as programs read them; see docs/audit.md. Unknown ones are left alone. */
const eventData = z.looseObject({
  state: z.string().optional(),
  name: z.string().optional(),
  url: z.string().nullable().optional(),
  customer: z.string().optional(),
  cloudPbxId: z.string().nullable().optional(),
  requestId: z.string().nullable().optional(),
  error: z.string().nullable().optional(),
  edits: z.record(z.string(), z.object({ before: z.string().optional(), after: z.string() })).optional(),
  orderSha256: z.string().nullable().optional(),
  skippedBecause: z.string().nullable().optional(),
  choice: z.string().optional(),
  decidedBy: z.string().optional(),
  reason: z.string().optional(),
  answer: z
    .object({
      outcome: z.string(),
      at: z.number(),
      httpStatus: z.number().nullable(),
      requestId: z.string().nullable(),
      code: z.string().nullable(),
      message: z.string().nullable(),
      rawSha256: z.string().nullable(),
    })
    .optional(),
});
export type EventData = z.infer<typeof eventData>;

/** What an event says; nothing when it was damaged or written by another program. */
export function eventDataOf(json: string): EventData {
  try {
    const parsed = eventData.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

/** The two states of a change (`ready > sending`); null for other kinds of event. */
export function changeIn(kind: string): { from: string; to: string } | null {
  const [from, to, more] = kind.split(' > ');
  return from && to && more === undefined ? { from, to } : null;
}
