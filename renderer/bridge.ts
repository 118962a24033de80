import type { Bridge } from '../app/engine/contract';

declare global {
  interface Window {
    readonly pbxOrders: Bridge;
  }
}

declare module 'react' {
  interface CSSProperties {
    /** How far from the left the grid's frozen column sticks. */
    '--frozen'?: string;
  }
}

/** The window's only connection to the outside. */
export const bridge = (): Bridge => window.pbxOrders;
