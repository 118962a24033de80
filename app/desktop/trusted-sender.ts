import { PAGE_ORIGIN } from './page-files';

/** What is asked of a message: where it comes from. */
export type Sender = {
  senderFrame: { url: string; parent: unknown } | null;
  sender: { id: number };
};

/** Whether a message comes from our own page, in the top frame of our own window. */
export function isTrusted({ senderFrame, sender }: Sender, windowId: number | null): boolean {
  if (windowId === null || sender.id !== windowId) return false;
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${PAGE_ORIGIN}/`);
}
