import os from 'node:os';

/** What the system calls the user, for the audit trail. */
export function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // A user id without an entry in the system's list of users.
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
