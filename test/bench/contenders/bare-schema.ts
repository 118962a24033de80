import { z } from 'zod';

const toggle = z.enum(['Enabled', 'Disabled']);
const whole = z.coerce.number().int();

/** What a project without its own checks would write: one zod object over a row of texts, no rule between fields, nothing offered. */
export const bareOrder = z.object({
  name: z.string().min(1),
  plan: z.enum(['Enterprise Plan', 'Ultimate Plan']),
  extensionCapacity: whole.min(1).max(500),
  concurrentCallCapacity: whole.min(1),
  recordingStatus: toggle,
  recordingCapacity: whole.min(0),
  regionId: whole,
  subDomain: z.string().regex(/^[0-9A-Za-z-]+$/),
  domainId: whole,
  type: z.enum(['Trial', 'Commercial']),
  expirationDate: z.iso.date(),
  allowRunAfterExpirationDate: z.enum(['Yes', 'No']),
  versionId: whole,
  customerIds: z.coerce.string().regex(/^\d+$/),
  upgradeInPbx: toggle,
  im: toggle,
  passwordlessLogin: toggle,
  allowSuperiorPasswordlessLogin: toggle,
  provisioningViaTemplate: toggle,
  provisionTemplateId: whole,
});

export type Facts = { rows: number; invalid: number };

/** Checks rows as they come and keeps them, as anything that shows them must. */
export function bareCheck(): { add(row: unknown): void; facts(): Facts } {
  const rows: unknown[] = [];
  const problems: unknown[] = [];
  return {
    add(row) {
      rows.push(row);
      const checked = bareOrder.safeParse(row);
      if (!checked.success) problems.push(checked.error.issues);
    },
    facts: () => ({ rows: rows.length, invalid: problems.length }),
  };
}
