import type { GridColumn } from '../../app/engine/contract';
import type { ChoiceOption } from './use-choices';

type Kind = GridColumn['kind'];

/** What is typed of the value now being written: in a list of ids the last one. */
const lastPart = (text: string, kind: Kind): string =>
  (kind === 'ids' ? (text.split(/[,;]/).at(-1) ?? '') : text).trim().toLowerCase();

/** The choices that hold what is typed; those that begin with it first. */
export function matchingChoices(
  choices: readonly ChoiceOption[],
  kind: Kind,
  text: string,
): readonly ChoiceOption[] {
  const wanted = lastPart(text, kind);
  if (wanted === '') return choices;
  const ranked = choices.flatMap((choice) => {
    const rank = rankOf(choice, wanted);
    return rank === null ? [] : [{ choice, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map((one) => one.choice);
}

function rankOf({ value, label }: ChoiceOption, wanted: string): number | null {
  const texts = [value.toLowerCase(), label.toLowerCase()];
  if (texts.some((text) => text.startsWith(wanted))) return 0;
  return texts.some((text) => text.includes(wanted)) ? 1 : null;
}

/** The cell's text once a choice is taken: in a list of ids it takes the place of the last one. */
export function withChoice(text: string, kind: Kind, value: string): string {
  if (kind !== 'ids') return value;
  const before = text.split(/[,;]/).slice(0, -1);
  return [...before.map((part) => part.trim()), value].join(', ');
}
