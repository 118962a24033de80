import type { Engine } from '../engine';
import type { CommandContext } from './context';
import { EXIT } from './exit-codes';
import type { Terminal } from './terminal';

export type SandboxCommandOptions = { port?: number; latencyMs?: number; json: boolean };

/** Runs a sandbox until Ctrl-C; yields the exit code. */
export async function runSandbox(
  engine: Engine,
  options: SandboxCommandOptions,
  { terminal, onInterrupt }: CommandContext,
): Promise<number> {
  const sandbox = await engine.startSandbox({
    ...(options.port !== undefined && { port: options.port }),
    ...(options.latencyMs !== undefined && { latencyMs: options.latencyMs }),
  });
  const ended = new Promise<void>((resolve) => {
    onInterrupt(resolve);
  });
  const { baseUrl, clientId, clientSecret } = sandbox;
  if (options.json) terminal.line(JSON.stringify({ type: 'listening', baseUrl, clientId, clientSecret }));
  else introduce(baseUrl, clientId, clientSecret, terminal);
  await ended;
  await sandbox.close();
  return EXIT.done;
}

function introduce(baseUrl: string, clientId: string, clientSecret: string, terminal: Terminal): void {
  terminal.line('A YCM of your own is running on this machine. Nothing here costs money.');
  terminal.line();
  terminal.line(`  base URL       ${baseUrl}`);
  terminal.line(`  client id      ${clientId}`);
  terminal.line(`  client secret  ${clientSecret}`);
  terminal.line();
  terminal.line('Try it from another terminal:');
  terminal.line(
    `  PBX_ORDERS_CLIENT_SECRET=${clientSecret} pbx-orders submit FILE --base-url ${baseUrl} --client-id ${clientId}`,
  );
  terminal.line();
  terminal.line('Press Ctrl+C to stop it.');
}
