import { expect, it } from 'vitest';
import { isTrusted } from '../../app/desktop/trusted-sender';

const own = { url: 'app://pbx-orders/index.html', parent: null };

it('trusts only the top frame of our own page in our own window', () => {
  const sender = { id: 7 };
  expect(isTrusted({ senderFrame: own, sender }, 7)).toBe(true);
  expect(isTrusted({ senderFrame: own, sender: { id: 8 } }, 7)).toBe(false);
  expect(isTrusted({ senderFrame: { ...own, parent: own }, sender }, 7)).toBe(false);
  expect(isTrusted({ senderFrame: { ...own, url: 'app://pbx-orders.evil/' }, sender }, 7)).toBe(false);
  expect(isTrusted({ senderFrame: { ...own, url: 'https://evil/app://pbx-orders/' }, sender }, 7)).toBe(
    false,
  );
  expect(isTrusted({ senderFrame: { ...own, url: 'about:blank' }, sender }, 7)).toBe(false);
  expect(isTrusted({ senderFrame: null, sender }, 7)).toBe(false);
  expect(isTrusted({ senderFrame: own, sender }, null)).toBe(false);
});
