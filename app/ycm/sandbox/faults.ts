import * as z from 'zod';

/**
 * Which calls a fault strikes: `create` and `token` (get or refresh); `list` is the list of all PBXs, `lookup` every other
 * question; `any` is any but the admin's own.
 */
export const FAULT_TARGETS = ['create', 'token', 'lookup', 'list', 'any'] as const;
export type FaultTarget = (typeof FAULT_TARGETS)[number];

/**
 * What can go wrong between a client and YCM:
 * - `delay` answers `ms` later; `hang` never answers;
 * - `refuse` stops listening for `ms`, as a server that is down does: at once, whatever call it is for, because a server that is
 *   down can't choose. Pushed without `ms` it lasts a second, always until it is taken back;
 * - `drop-before` cuts the connection before anything is done, `drop-after` once it is done, `tear` in the middle of the answer;
 * - `status` answers HTTP `status`, with YCM's error `code` when one is given (`retryAfter` is the header's text), and does nothing;
 * - `failed-in-200` answers HTTP 200 with status Failed and `code`, and does nothing;
 * - `garbage` does it, and answers with a page that is not YCM's;
 * - `expire-token` makes the token it came with worthless first.
 */
export const faultSchema = z.strictObject({
  on: z.enum(FAULT_TARGETS).default('create'),
  kind: z.enum([
    'delay',
    'refuse',
    'drop-before',
    'drop-after',
    'tear',
    'status',
    'failed-in-200',
    'garbage',
    'expire-token',
    'hang',
  ]),
  ms: z.number().min(0).optional(),
  status: z.number().int().min(200).max(599).optional(),
  retryAfter: z.string().optional(),
  code: z.number().int().optional(),
  /** With `status`, `failed-in-200`, `hang`: whether the request is carried out all the same. */
  done: z.boolean().optional(),
});
export type Fault = z.input<typeof faultSchema>;
export type ReadFault = z.output<typeof faultSchema>;
