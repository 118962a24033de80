import * as z from 'zod';

/** An id as YCM writes it, a long: `big-ids.ts` turns the ones a number can't hold into text before they get here. */
export const idText = z
  .union([z.number().int().min(1).max(Number.MAX_SAFE_INTEGER), z.string().regex(/^0*[1-9]\d{0,18}$/)])
  .transform((id) => String(id).replace(/^0+/, ''));

// A fact that is missing or strange must not hide that the PBX exists, so it is null.
const text = z.union([z.string(), z.number()]).transform(String).nullable().catch(null).default(null);
const whole = z.number().nullable().catch(null).default(null);
const person = z
  .union([
    z.string(),
    z
      .object({ firstName: text, lastName: text, email: text })
      .transform(({ firstName, lastName, email }) =>
        [firstName, lastName, email && `<${email}>`].filter(Boolean).join(' '),
      ),
  ])
  .nullable()
  .catch(null)
  .default(null);

/**
 * A PBX as YCM shows it, in a list or alone. Only the id is certain; a fact YCM does not show is null.
 * Times are seconds. Source: YCM API, Query all the Cloud PBXs (v2) and Query a Specific Cloud PBX by URL.
 */
export const cloudPbxSchema = z.object({
  cloudPbxId: idText,
  name: text,
  /** Sub-domain and domain, in the letter case it was created with. */
  url: text,
  plan: text,
  planExpirationDate: whole,
  type: text,
  expirationDate: whole,
  extensionCapacity: whole,
  concurrentCallCapacity: whole,
  recordingStatus: text,
  recordingCapacity: whole,
  transcriptionCapacity: whole,
  region: text,
  version: text,
  sn: text,
  pbxStatus: text,
  activationStatus: text,
  upgradeInPbx: text,
  passwordlessLogin: text,
  /** `Leo Ball <leo@yeastar.com>`. */
  creator: person,
  createTime: whole,
});
export type CloudPbx = z.infer<typeof cloudPbxSchema>;
