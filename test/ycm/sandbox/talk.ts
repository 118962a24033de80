import type { Sandbox } from '../../../app/ycm';

/** What a sandbox answered: the HTTP status, its headers, and the body, read as JSON. */
export type Told = { status: number; headers: Headers; body: Record<string, unknown> };
export type Talk = (method: string, path: string, body?: unknown) => Promise<Told>;

/** One call, bare: no client of ours in between. */
export async function call(
  baseUrl: string,
  method: string,
  path: string,
  options: { headers?: Record<string, string>; body?: string } = {},
): Promise<Told> {
  const response = await fetch(baseUrl + path, {
    method,
    headers: { 'User-Agent': 'OpenAPI', ...options.headers },
    ...(options.body === undefined ? {} : { body: options.body }),
  });
  const { status, headers } = response;
  return { status, headers, body: JSON.parse(await response.text()) as Record<string, unknown> };
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** A request for a token with whatever form. */
export const tokenCall = (
  { baseUrl }: Pick<Sandbox, 'baseUrl'>,
  form: Record<string, string>,
): Promise<Told> =>
  call(baseUrl, 'POST', '/dm/open_api/oauth/token', {
    headers: FORM,
    body: new URLSearchParams(form).toString(),
  });

export const credentials = (sandbox: Sandbox): Record<string, string> => ({
  grant_type: 'client_credentials',
  client_id: sandbox.clientId,
  client_secret: sandbox.clientSecret,
});

/** Signs in, and yields a function that calls the API with the token. */
export async function signedIn(sandbox: Sandbox): Promise<Talk> {
  const { body } = await tokenCall(sandbox, credentials(sandbox));
  const headers = {
    Authorization: `Bearer ${String(body.access_token)}`,
    'Content-Type': 'application/json',
  };
  return (method, path, json) =>
    call(sandbox.baseUrl, method, `/dm/open_api${path}`, {
      headers,
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
}
