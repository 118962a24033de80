import type { Bridge } from '../app/engine/contract';

declare global {
  interface Window {
    readonly pbxOrders: Bridge;
  }
}

/** The window's only connection to the outside. */
export const bridge = (): Bridge => window.pbxOrders;
