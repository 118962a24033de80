import type { Bridge } from '../../app/engine/contract';

declare global {
  interface Window {
    readonly pbxOrders: Bridge;
  }
}
