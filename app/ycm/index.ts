/** The YCM room: the client of the YCM Open API, and a YCM of one's own to try it on. */
export { checkBaseUrl, connectionKey, type CheckedBaseUrl, type Connection } from './connection';
export {
  INVALID_ORDER,
  type Amounts,
  type Capacity,
  type CreateAnswer,
  type Lookup,
  type NotSentReason,
  type UnconfirmedReason,
} from './answers';
export { cloudPbxSchema, type CloudPbx } from './cloud-pbx';
export { YcmError, ycmErrorMessage, type YcmErrorCode, type YcmErrorFacts } from './ycm-error';
export { createClient, type Client, type ClientOptions } from './client';
export { startSandbox, type AcceptedCreate, type Sandbox, type SandboxOptions } from './sandbox/sandbox';
export { SandboxStoreError } from './sandbox/pbx-store';
export type { Fault, FaultTarget } from './sandbox/faults';
