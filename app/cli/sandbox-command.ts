import type { Sandbox } from '../engine';
import type { Terminal } from './terminal';

/** Says where a running sandbox is, how to sign in, and what to do next. */
export function printSandbox(sandbox: Sandbox, terminal: Terminal, json: boolean): void {
  const { baseUrl, clientId, clientSecret } = sandbox;
  if (json) {
    terminal.line(JSON.stringify({ type: 'listening', baseUrl, clientId, clientSecret }));
    return;
  }
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
