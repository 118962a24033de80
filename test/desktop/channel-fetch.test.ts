import { describe, expect, it } from 'vitest';
import { channelFetch, sendThrough } from '../../app/desktop/channel-fetch';
import { couldBeReached } from '../../app/ycm/nothing-sent';
import type { HttpAsk, HttpTold } from '../../app/desktop/engine-messages';

const URL_OF_YCM = new URL('https://ycm.example.com/openapi');

/** A shell whose answers the test gives, part by part. */
function shell(): {
  send: Parameters<typeof sendThrough>[0];
  asked: HttpAsk[];
  tell: (told: HttpTold) => void;
  stopped: () => boolean;
} {
  const asked: HttpAsk[] = [];
  let tell: (told: HttpTold) => void = () => undefined;
  let stopped = false;
  return {
    asked,
    send: (ask, teller) => {
      asked.push(ask);
      tell = teller;
      return () => (stopped = true);
    },
    tell: (told) => tell(told),
    stopped: () => stopped,
  };
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a request through the channel', () => {
  it('carries method, headers and text, and gives the answer as it comes', async () => {
    const { send, asked, tell } = shell();
    const headers = { 'Content-Type': 'application/json' };
    const pending = sendThrough(send, URL_OF_YCM, { method: 'POST', headers, body: '{}' });
    expect(asked).toEqual([
      {
        method: 'POST',
        url: URL_OF_YCM.href,
        headers: [['content-type', 'application/json']],
        body: '{}',
      },
    ]);
    tell({ part: 'head', status: 201, headers: [['Retry-After', '3']] });
    const response = await pending;
    expect([response.status, response.headers.get('retry-after')]).toEqual([201, '3']);
    tell({ part: 'body', bytes: bytes('cloud') });
    tell({ part: 'body', bytes: bytes('PbxId') });
    tell({ part: 'end' });
    expect(await response.text()).toBe('cloudPbxId');
  });

  it('keeps what came when the rest does not', async () => {
    const { send, tell } = shell();
    const pending = sendThrough(send, URL_OF_YCM, {});
    tell({ part: 'head', status: 200, headers: [] });
    tell({ part: 'body', bytes: bytes('{"id":4') });
    const reader = (await pending).body?.getReader();
    expect(await reader?.read()).toMatchObject({ value: bytes('{"id":4') });
    tell({ part: 'failed', error: 'ERR_CONNECTION_RESET' });
    await expect(reader?.read()).rejects.toThrow('net::ERR_CONNECTION_RESET');
  });

  it('proves by its cause that nothing was sent, only where that is certain', async () => {
    const failed = async (error: string): Promise<unknown> => {
      const { send, tell } = shell();
      const pending = sendThrough(send, URL_OF_YCM, {});
      tell({ part: 'failed', error });
      return pending.then(
        () => null,
        (reason: unknown) => reason,
      );
    };
    expect(await failed('ERR_CONNECTION_REFUSED')).toMatchObject({
      cause: { code: 'ECONNREFUSED', syscall: 'connect' },
    });
    for (const error of ['ERR_CONNECTION_REFUSED', 'ERR_NAME_NOT_RESOLVED', 'ERR_CERT_DATE_INVALID']) {
      expect(couldBeReached(await failed(error))).toBe('never-left');
    }
    for (const error of ['ERR_CONNECTION_RESET', 'ERR_ADDRESS_UNREACHABLE', 'ERR_INTERNET_DISCONNECTED']) {
      expect(couldBeReached(await failed(error))).not.toBe('never-left');
    }
  });

  it('is not sent at all when it is stopped before, and stopped in the shell when it is later', async () => {
    const before = shell();
    const stop = new AbortController();
    stop.abort();
    await expect(sendThrough(before.send, URL_OF_YCM, { signal: stop.signal })).rejects.toThrow();
    expect(before.asked).toEqual([]);

    const later = shell();
    const stopLater = new AbortController();
    const pending = sendThrough(later.send, URL_OF_YCM, { signal: stopLater.signal });
    stopLater.abort();
    await expect(pending).rejects.toThrow();
    expect(later.stopped()).toBe(true);
    later.tell({ part: 'head', status: 200, headers: [] });
  });

  it('goes straight to this machine and through the shell to any other', async () => {
    const { send, asked, tell } = shell();
    const fetch = channelFetch(send, async () => new Response('direct'));
    for (const host of ['localhost:1', '127.0.0.1:1', '127.8.8.8', '[::1]:1']) {
      expect(await (await fetch(`http://${host}/x`)).text()).toBe('direct');
    }
    expect(asked).toEqual([]);
    const hosts = ['ycm.example.com', 'localhost.example.com', '127.0.0.1.example.com'];
    for (const host of hosts) {
      const pending = fetch(`https://${host}/x`);
      tell({ part: 'head', status: 204, headers: [] });
      tell({ part: 'end' });
      await pending;
    }
    expect(asked).toHaveLength(hosts.length);
  });
});
