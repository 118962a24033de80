/** The engine's own process: whatever a sheet does to it, the window and the system stay out of its reach. */
import { channelFetch } from './channel-fetch';
import { EngineSide } from './engine-side';
import { factsOf } from './trouble';

const port = process.parentPort;
const side = new EngineSide((message) => port.postMessage(message), {
  fetch: (send) => channelFetch(send, globalThis.fetch),
  end: () => process.exit(0),
});

process.on('unhandledRejection', (reason) => {
  port.postMessage({ type: 'trouble', facts: factsOf(reason) });
});
port.on('message', ({ data }) => side.hear(data));
