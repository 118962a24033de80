import type { DatabaseSyncInstance } from '@photostructure/sqlite';

export type Asked = string | number | null;

/**
 * The rows of a question, by its columns and the rest of its SELECT. Unlike a prepared statement, which lives until
 * its memory is collected, it leaves nothing behind that would keep the file open after the database was closed.
 */
export function ask(db: DatabaseSyncInstance, columns: string, rest: string): Asked[][] {
  const rows: Asked[][] = [];
  db.function('tell', { varargs: true }, (...values: Asked[]) => {
    rows.push(values);
    return null;
  });
  db.exec(`select tell(${columns}) from ${rest}`);
  return rows;
}
