import type { ConnectionView, Level, OrderState, RunSummary } from '../../app/engine/contract';
import type { Place } from '../state/window-store';
import type { Words } from './en';

export function orderStateWord(w: Words, state: OrderState): string {
  switch (state) {
    case 'invalid':
      return w.orderInvalid;
    case 'ready':
      return w.orderReady;
    case 'sending':
      return w.orderSending;
    case 'created':
      return w.orderCreated;
    case 'rejected':
      return w.orderRejected;
    case 'unconfirmed':
      return w.orderUnconfirmed;
    case 'skipped':
      return w.orderSkipped;
    case 'cancelled':
      return w.orderCancelled;
  }
}

export const runStateWord = (w: Words, state: RunSummary['state']): string =>
  ({
    running: w.runStateRunning,
    paused: w.runStatePaused,
    stopped: w.runStateStopped,
    finished: w.runStateFinished,
  })[state];

export const levelWord = (w: Words, level: Level): string =>
  ({ error: w.levelError, warning: w.levelWarning, note: w.levelNote })[level];

export function placeWord(w: Words, place: Place): string {
  return {
    open: w.stepOpen,
    columns: w.stepColumns,
    review: w.stepReview,
    plan: w.stepPlan,
    create: w.stepCreate,
    results: w.stepResults,
    history: w.placeHistory,
    connections: w.placeConnections,
    settings: w.placeSettings,
    reconcile: w.placeReconcile,
  }[place];
}

/** A connection's name; the built-in one is called what it is. */
export const connectionWord = (w: Words, { kind, name }: Pick<ConnectionView, 'kind' | 'name'>): string =>
  kind === 'sandbox' ? w.sandboxBadge : name;
