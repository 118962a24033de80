import { createServer, type RequestListener, type Server } from 'node:http';

const HOST = '127.0.0.1';

/** An HTTP server on the loopback interface that can go away for a while and come back on the same port. */
export class Listener {
  private readonly server: Server;
  private back: NodeJS.Timeout | null = null;
  private port = 0;
  private closed = false;

  constructor(onRequest: RequestListener) {
    this.server = createServer(onRequest);
  }

  /** Rejects with the system's error, for example EADDRINUSE. */
  async open(port: number): Promise<string> {
    await this.listen(port);
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('No port was given.');
    this.port = address.port;
    return `http://${HOST}:${this.port}`;
  }

  /** Refuses every connection for `ms`, for ever when null, and cuts those that are open. */
  goAway(ms: number | null): void {
    if (this.back) clearTimeout(this.back);
    this.back = null;
    this.server.close();
    this.server.closeAllConnections();
    if (ms !== null) this.back = setTimeout(() => this.comeBack(), ms);
  }

  /** Listens again, if it went away. */
  comeBack(): void {
    if (this.back) clearTimeout(this.back);
    this.back = null;
    // Somebody else may have taken the port meanwhile: then it stays away, as a server would.
    if (!this.closed && !this.server.listening) this.listen(this.port).catch(() => undefined);
  }

  /** Resolves when no connection is left. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.back) clearTimeout(this.back);
    if (!this.server.listening) {
      this.server.closeAllConnections();
      return;
    }
    const gone = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await gone;
  }

  private listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, HOST, () => {
        this.server.off('error', reject);
        resolve();
      });
    });
  }
}
