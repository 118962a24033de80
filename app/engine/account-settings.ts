import { checkBaseUrl } from '../ycm';
import type { CommandInput, ConnectionView, MappingView, Settings } from './contract';
import { SANDBOX } from './connections';
import { connectionViews } from './connection-views';
import { EngineError } from './failure';
import { wordsOf } from './failure-words';
import type { Parts } from './parts';
import type { NamedMapping } from './preferences';
import { isTimeZone } from './time-zone';

/** Stores a connection; its secret goes to `Secrets` and nowhere else. */
export async function saveConnection(
  parts: Parts,
  { name, baseUrl, clientId, secret }: CommandInput<'saveConnection'>,
): Promise<ConnectionView[]> {
  const named = name.trim();
  if (named === SANDBOX || named === '')
    throw new EngineError('connection-name', `"${name}" can't be the name of a connection. Choose another.`);
  const checked = checkBaseUrl(baseUrl);
  if (!checked.ok) throw new EngineError('connection-url', checked.message);
  if (clientId.trim() === '')
    throw new EngineError('connection-client', 'Enter the client ID. It is on the API page of YCM.');
  const before = parts.preferences.connections.find((one) => one.name === named);
  if (secret === '' && before && before.baseUrl !== checked.baseUrl) {
    // A stored secret must not go to a host it was not entered for.
    throw new EngineError('connection-secret', 'The address changed: enter the client secret again.');
  }
  if (secret !== '') await parts.secrets.set(named, secret);
  await parts.preferences.saveConnection({
    name: named,
    baseUrl: checked.baseUrl,
    clientId: clientId.trim(),
  });
  parts.connections.forget(named);
  if (!before) await keepWhereSheetsAre(parts);
  return connectionViews(parts);
}

/** A sheet that is open when the first account comes stays with what it was checked against, opened again, too. */
async function keepWhereSheetsAre({ preferences, sheets }: Parts): Promise<void> {
  const open = sheets.all().at(-1);
  if (preferences.lastConnection === null && open?.remembers)
    await preferences.saveLastConnection(open.context.connection);
}

export async function removeConnection(parts: Parts, name: string): Promise<ConnectionView[]> {
  if (name === SANDBOX) throw new EngineError('connection-name', 'The sandbox is always there.');
  await parts.secrets.remove(name);
  await parts.preferences.removeConnection(name);
  parts.connections.forget(name);
  return connectionViews(parts);
}

/** Signs in and asks what the account has left. */
export async function testConnection(parts: Parts, name: string): Promise<{ ok: boolean; message: string }> {
  try {
    const client = await parts.connections.client(name);
    await client.signIn();
    const left = await client.subscription();
    if (left.outcome === 'found') {
      const { extensions, concurrentCalls } = left.value;
      return {
        ok: true,
        message: `It works. The account has ${extensions.available} extensions and ${concurrentCalls.available} concurrent calls left.`,
      };
    }
    const message =
      left.outcome === 'failed'
        ? `Signing in works. What the account has left could not be asked (${left.message}).`
        : 'Signing in works. What the account has left could not be asked.';
    return { ok: true, message };
  } catch (error) {
    return { ok: false, message: wordsOf(parts, error) };
  }
}

export async function saveSettings(parts: Parts, settings: Settings): Promise<Settings> {
  if (!isTimeZone(settings.timeZone))
    throw new EngineError('unknown-time-zone', `"${settings.timeZone}" is not a time zone.`);
  await parts.preferences.saveSettings(settings);
  return parts.preferences.settings;
}

export const mappingView = ({ name, map, constants, usedAt }: NamedMapping): MappingView => ({
  name,
  fields: Object.values(map).filter((where) => where !== null).length,
  constants: Object.keys(constants).length,
  usedAt,
});

export const mappingViews = (parts: Parts): MappingView[] => parts.preferences.mappings.map(mappingView);
