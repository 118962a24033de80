import type { IncomingMessage } from 'node:http';
import { CREATE_PATH, LIST_PATH, TOKEN_PATH, type Call } from './routes';
import type { FaultTarget } from './faults';

const LARGEST_BODY = 1024 * 1024;

/** Reads a request whole. Rejects when it is torn or larger than 1 MiB. */
export async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const piece: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    bytes += piece.length;
    if (bytes > LARGEST_BODY) throw new RangeError('The request is too large.');
    chunks.push(piece);
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    body: Buffer.concat(chunks).toString(),
    authorization: request.headers.authorization,
    userAgent: request.headers['user-agent'],
  };
}

/** What a fault would have to be for to strike this call. */
export function targetOf({ method, path }: Call): FaultTarget {
  if (path === TOKEN_PATH) return 'token';
  if (method === 'POST' && path === CREATE_PATH) return 'create';
  if (method === 'GET') return path === LIST_PATH ? 'list' : 'lookup';
  return 'any';
}
