import { startSandbox } from '../../../app/ycm';

const { baseUrl, clientId, clientSecret } = await startSandbox();
process.send?.({ baseUrl, clientId, clientSecret });
process.once('disconnect', () => process.exit());
