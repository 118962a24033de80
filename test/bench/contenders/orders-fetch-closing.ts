import { sentWith } from './orders-fetch';

export { finish, prepare } from './orders-fetch';

/** The same on a connection of its own for each request, as our client sends them. */
export const run = sentWith({ Connection: 'close' });
