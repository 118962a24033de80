import { session, type Session } from 'electron';

/**
 * Chromium sends a request again by itself, a POST too, when a connection that was kept open turns out to be closed: an
 * order could reach YCM twice. So each request has, while it lasts, a session of its own with no connection left in it.
 * Sessions are used again, because they last as long as the app; there are as many as were ever needed at one time.
 */
export class RequestSessions {
  private readonly free: Session[] = [];
  private made = 0;

  /** A session nobody else uses, without any connection, until it is given back. */
  async take(): Promise<Session> {
    const taken = this.free.pop() ?? this.make();
    await taken.closeAllConnections();
    return taken;
  }

  giveBack(taken: Session): void {
    this.free.push(taken);
  }

  private make(): Session {
    this.made += 1;
    // Without `persist:` it lives in memory alone.
    const made = session.fromPartition(`request-${this.made}`, { cache: false });
    made.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    return made;
  }
}
