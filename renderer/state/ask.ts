import type { Reply } from '../../app/engine/contract';
import { words } from '../words/words';
import { set, type Working } from './window-store';

/**
 * Waits for a reply; yields its value, or null after showing the error where the operator is.
 * While it waits, `working` is told in words.
 */
export async function ask<T>(reply: Promise<Reply<T>>, working: Working | null = null): Promise<T | null> {
  set(working ? { working, failure: null } : { failure: null });
  try {
    const answer = await reply;
    if (answer.ok) return answer.value;
    set({ failure: answer.error });
  } catch {
    set({ failure: { code: 'window', message: words().errorUnexpected } });
  } finally {
    if (working) set({ working: null, firstRows: null });
  }
  return null;
}
