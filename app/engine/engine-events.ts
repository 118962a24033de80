import type { EngineEvent } from './contract';

/** Tells whoever listens what happens. */
export class EngineEvents {
  readonly #listeners = new Set<(event: EngineEvent) => void>();

  constructor(private readonly report: (error: unknown) => void) {}

  listen(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A listener that fails stands in nobody's way. */
  tell(event: EngineEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        this.report(error);
      }
    }
  }
}
