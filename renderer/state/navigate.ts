import { get, isStep, set, STEPS, type Place, type Step } from './window-store';

/** Goes to a place; a step is remembered so that history or settings lead back to it. */
export function go(place: Place): void {
  set({ place, failure: null, news: null, said: '', dialog: null, ...(isStep(place) && { step: place }) });
}

/** Back from a side place to the step it was opened from. */
export const goBackToStep = (): void => go(get().step);

/** Which steps can be entered with what there is now. */
export function reachable(step: Step): boolean {
  const { sheet, run } = get();
  switch (step) {
    case 'open':
      return true;
    case 'columns':
    case 'review':
      return sheet !== null;
    case 'plan':
      return sheet !== null && sheet.counts.rows > 0;
    case 'create':
      return run !== null;
    case 'results':
      return run !== null && run.state !== 'running';
  }
}

export function goByStep(by: 1 | -1): void {
  const next = STEPS[STEPS.indexOf(get().step) + by];
  if (next && reachable(next)) go(next);
}
