/** The parts of the window that F6 walks through, in the order they are on screen. */
const AREA = '[data-area]';
const FOCUSABLE = 'button:not([disabled]), input:not([disabled]), [tabindex="0"], a[href], summary';

/** Moves the focus to the next part of the window, around at the end; the grid's is its active cell. */
export function goToArea(backwards: boolean): void {
  const areas = [...document.querySelectorAll<HTMLElement>(AREA)].filter((area) => entryOf(area) !== null);
  if (areas.length === 0) return;
  const at = areas.findIndex((area) => area.contains(document.activeElement));
  const step = backwards ? -1 : 1;
  const from = at < 0 && backwards ? 0 : at;
  const next = areas[(from + step + areas.length) % areas.length];
  if (next) entryOf(next)?.focus();
}

function entryOf(area: HTMLElement): HTMLElement | null {
  if (area.tabIndex === 0) return area;
  const all = [...area.querySelectorAll<HTMLElement>(FOCUSABLE)];
  return all.find((one) => one.tabIndex >= 0 && one.offsetParent !== null) ?? null;
}
