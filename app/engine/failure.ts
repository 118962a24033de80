import type { Failure } from './contract';

/** A refusal with words for people already in it; `code` is for programs. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Turns a room's own error into words; null when the error is not that room's. */
export type Wording = (error: unknown) => Failure | null;

/** Any error as a code and a sentence. An unforeseen one gets a calm sentence; its details go to `report`. */
export function toFailure(
  error: unknown,
  wordings: readonly Wording[],
  report: (error: unknown) => void,
): Failure {
  if (error instanceof EngineError) return { code: error.code, message: error.message };
  for (const wording of wordings) {
    const failure = wording(error);
    if (failure) return failure;
  }
  report(error);
  return {
    code: 'internal',
    message:
      'Something went wrong inside the app. Nothing that was saved is lost. Try again; if it happens again, send the log file to support.',
  };
}
