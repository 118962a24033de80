import type { Catalog } from '../../orders';
import type { StoredPbx } from './pbx-store';

/** A PBX as YCM's list shows it. YCM API, Query all the Cloud PBXs (v2). */
export function showPbx(
  { cloudPbxId, url, at, order }: StoredPbx,
  catalog: Catalog,
): Record<string, unknown> {
  const region = catalog.regions.find((one) => one.regionId === order.regionId)?.region;
  const version = catalog.firmwares.find((one) => one.versionId === order.versionId)?.version;
  return {
    cloudPbxId: Number(cloudPbxId),
    pbxStatus: 'Running',
    activationStatus: 'Unactivated',
    name: order.name,
    sn: `3658B4${cloudPbxId.padStart(10, '0')}`,
    plan: order.plan,
    planExpirationDate: order.expirationDate,
    extensionCapacity: order.extensionCapacity,
    concurrentCallCapacity: order.concurrentCallCapacity,
    recordingStatus: order.recordingStatus,
    recordingCapacity: order.recordingCapacity,
    region,
    url,
    type: order.type,
    expirationDate: order.expirationDate,
    allowRunAfterExpirationDate: order.allowRunAfterExpirationDate,
    version,
    creator: { firstName: 'Sandbox', lastName: 'Client', email: 'sandbox@localhost' },
    createTime: Math.floor(at / 1000),
    upgradeInPbx: order.upgradeInPbx,
    im: order.im,
    passwordlessLogin: order.passwordlessLogin,
    allowSuperiorPasswordlessLogin: order.allowSuperiorPasswordlessLogin,
  };
}

/** The same, with what only a question for one PBX shows. YCM API, Query a Specific Cloud PBX (by URL). */
export const showPbxAlone = (pbx: StoredPbx, catalog: Catalog): Record<string, unknown> => ({
  ...showPbx(pbx, catalog),
  transcriptionCapacity: pbx.order.transcriptionCapacity ?? 0,
  receptionistCapacity: 0,
});
