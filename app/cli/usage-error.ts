/** The command was used wrongly; the message says how it is used right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
