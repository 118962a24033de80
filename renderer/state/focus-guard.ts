const FOCUSABLE = 'button:not([disabled]), input:not([disabled]), [tabindex="0"], a[href]';
/** Long enough for a dialog or the grid to put the focus where they want it. */
const PATIENCE = 60;

/**
 * When what had the focus disappears (a dismissed message, a removed row), the focus goes to what is left around it, and
 * failing that to the screen's title, instead of falling back to the page's beginning.
 */
export function guardFocus(): void {
  let around: Element[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('focusin', (event) => {
    around = event.target instanceof Element ? ancestorsOf(event.target) : [];
  });
  const check = (): void => {
    const [lost, ...rest] = around;
    if (document.activeElement !== document.body || !lost || lost.isConnected) return;
    const left = rest.find((one) => one.isConnected && one !== document.body && entryOf(one) !== null);
    const entry = (left && entryOf(left)) ?? document.querySelector<HTMLElement>('h1');
    entry?.focus({ preventScroll: true });
  };
  new MutationObserver(() => {
    if (document.activeElement !== document.body) return;
    clearTimeout(waiting);
    waiting = setTimeout(check, PATIENCE);
  }).observe(document.body, { childList: true, subtree: true });
}

function ancestorsOf(element: Element): Element[] {
  const found = [];
  for (let one: Element | null = element; one; one = one.parentElement) found.push(one);
  return found;
}

function entryOf(area: Element): HTMLElement | null {
  // The whole window is no neighbourhood: its first button is nowhere near.
  if (area.querySelector('h1')) return area.querySelector<HTMLElement>('h1');
  return [...area.querySelectorAll<HTMLElement>(FOCUSABLE)].find((one) => one.tabIndex >= 0) ?? null;
}
