export const STOPPED_BEFORE = 'The order was not sent: it was stopped before that.';

/** Somebody's signal was aborted while they waited. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Waits for what others may be waiting for too, so that stopping one of them stops nobody else. Rejects with Stopped. */
export async function unlessStopped<T>(shared: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return shared;
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = (): void => reject(new Stopped());
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([stopped, shared]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
