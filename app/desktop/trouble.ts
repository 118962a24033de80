/**
 * What may be written down about an error: its name, its codes and where it came from. Never its message, which may
 * quote a cell of a sheet or an answer of YCM.
 */
export function factsOf(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { name: typeof error };
  const facts: Record<string, string> = { name: error.name };
  if ('code' in error && typeof error.code === 'string') facts['code'] = error.code;
  if ('syscall' in error && typeof error.syscall === 'string') facts['syscall'] = error.syscall;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  if (frames.length > 0)
    facts['at'] = frames
      .slice(0, 8)
      .map((line) => line.trim())
      .join(' | ');
  if (error.cause !== undefined) {
    for (const [name, value] of Object.entries(factsOf(error.cause))) facts[`cause.${name}`] = value;
  }
  return facts;
}
