import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const address = z.object({ baseUrl: z.string(), clientId: z.string(), clientSecret: z.string() });
export type SandboxAddress = z.infer<typeof address> & { process: ChildProcess };

/** A YCM that answers at once, in a process of its own, as a real one is. End its process yourself. */
export function startedSandbox(): Promise<SandboxAddress> {
  const process = fork(fileURLToPath(new URL('serve-sandbox.mjs', import.meta.url)));
  return new Promise((resolve, reject) => {
    process.once('error', reject);
    process.once('message', (told) => resolve({ ...address.parse(told), process }));
  });
}
