import * as z from 'zod';
import { MAX_EXTENSIONS, PLANS, SWITCH, TYPES } from './fields';

const whole = z.number().int().max(Number.MAX_SAFE_INTEGER);
const id = whole.min(1);

/** Digits, letters of either case and hyphens. YCM API, Create a Cloud PBX, `subDomain`. */
export const SUB_DOMAIN = /^[0-9A-Za-z-]+$/;

/** Latest expiry: the last day of the year 9999, wherever in the world it ends. */
const LATEST_SECONDS = 253_402_300_799 + 86_400;

/**
 * The body of YCM API, Create a Cloud PBX, field by field. Rules between fields are in cross-field.ts:
 * zod would skip them as soon as one field fails.
 */
export const orderRequest = z.strictObject({
  name: z.string().trim().min(1),
  plan: z.enum(PLANS),
  extensionCapacity: whole.min(1).max(MAX_EXTENSIONS),
  concurrentCallCapacity: whole.min(1),
  recordingStatus: z.enum(SWITCH),
  recordingCapacity: whole.min(0),
  regionId: id,
  subDomain: z.string().regex(SUB_DOMAIN),
  domainId: id,
  type: z.enum(TYPES),
  /** Seconds since the epoch. */
  expirationDate: whole.min(0).max(LATEST_SECONDS).optional(),
  allowRunAfterExpirationDate: z.boolean().optional(),
  versionId: id,
  customerIds: z.array(id).min(1),
  upgradeInPbx: z.enum(SWITCH),
  im: z.enum(SWITCH),
  passwordlessLogin: z.enum(SWITCH),
  allowSuperiorPasswordlessLogin: z.enum(SWITCH),
  provisioningViaTemplate: z.enum(SWITCH).optional(),
  provisionTemplateId: id.optional(),
  transcriptionCapacity: whole.min(0).optional(),
});
export type OrderRequest = z.infer<typeof orderRequest>;
