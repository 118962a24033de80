/** One cell before and after; undefined means the file's own text. */
export type CellChange = {
  row: number;
  field: string;
  before: string | undefined;
  after: string | undefined;
};
/** What one action of the operator changed, with its name for the menu ("Undo paste of 12 cells"). */
export type EditStep = { label: string; changes: readonly CellChange[] };

/** Undo and redo without limit. */
export class EditHistory {
  private readonly done: EditStep[] = [];
  private readonly undone: EditStep[] = [];

  push(step: EditStep): void {
    this.done.push(step);
    this.undone.length = 0;
  }

  /** The step to take back, moved to the redo side; null: nothing to undo. */
  undo(): EditStep | null {
    const step = this.done.pop();
    if (!step) return null;
    this.undone.push(step);
    return {
      label: step.label,
      changes: step.changes.map((one) => ({ ...one, before: one.after, after: one.before })),
    };
  }

  /** The step to do again, moved back; null: nothing to redo. */
  redo(): EditStep | null {
    const step = this.undone.pop();
    if (!step) return null;
    this.done.push(step);
    return step;
  }

  /** The cells of the steps are no longer there. */
  clear(): void {
    this.done.length = 0;
    this.undone.length = 0;
  }

  get undoLabel(): string | null {
    return this.done.at(-1)?.label ?? null;
  }
  get redoLabel(): string | null {
    return this.undone.at(-1)?.label ?? null;
  }
}
