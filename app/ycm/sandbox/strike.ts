import type { ServerResponse } from 'node:http';
import { Refusal, failure, json, type HttpAnswer } from './envelope';
import type { ReadFault } from './faults';

export type Struck = {
  fault: ReadFault;
  response: ServerResponse;
  /** Carries the request out and yields its answer. */
  carryOut: () => HttpAnswer;
  /** Makes the token the request came with worthless. */
  expireToken: () => void;
  wait: (ms: number) => Promise<void>;
  now: () => number;
};

const PAGE = '<!doctype html><html><head><title>Welcome</title></head><body><h1>It works!</h1></body></html>';
const SERVER_ERROR = 1000001;

/** Lets a fault strike one request. Yields the answer to write; null: none, the connection is cut or left hanging. */
export async function strike({
  fault,
  response,
  carryOut,
  expireToken,
  wait,
  now,
}: Struck): Promise<HttpAnswer | null> {
  const cut = (): null => {
    response.socket?.destroy();
    return null;
  };
  const doneAnyway = (): void => {
    if (fault.done) carryOut();
  };
  switch (fault.kind) {
    case 'delay':
      await wait(fault.ms ?? 1000);
      return carryOut();
    case 'hang':
      doneAnyway();
      return null;
    // The server is down by the time; this request came in before.
    case 'refuse':
    case 'drop-before':
      return cut();
    case 'drop-after':
      carryOut();
      return cut();
    case 'tear':
      await tear(response, carryOut());
      return null;
    case 'status':
      doneAnyway();
      return statusAnswer(fault, now());
    case 'failed-in-200':
      doneAnyway();
      return failure(new Refusal(fault.code ?? SERVER_ERROR), now(), true);
    case 'garbage':
      carryOut();
      return page(200);
    case 'expire-token':
      expireToken();
      return carryOut();
  }
}

function statusAnswer({ status = 500, code, retryAfter }: ReadFault, now: number): HttpAnswer {
  const answer =
    code === undefined
      ? page(status)
      : { ...json(status, {}), body: failure(new Refusal(code), now, true).body };
  if (retryAfter !== undefined) answer.headers['Retry-After'] = retryAfter;
  if (status >= 300 && status < 400) answer.headers.Location = '/elsewhere';
  return answer;
}

const page = (status: number): HttpAnswer => ({
  status,
  headers: { 'Content-Type': 'text/html;charset=UTF-8' },
  body: PAGE,
});

/** Announces the whole answer, sends half of it, and cuts the connection. */
function tear(response: ServerResponse, { status, headers, body }: HttpAnswer): Promise<void> {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'Content-Length': bytes.length });
  return new Promise((resolve) => {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
      response.socket?.destroy();
      resolve();
    });
  });
}
