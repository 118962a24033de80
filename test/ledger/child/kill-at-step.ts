import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Stands in for SQLite's package in the child, so that what is done to a database counts as a step, as do these to
 * files. (The methods of native objects and the names of the package can't be replaced.)
 */
const FILE_STEPS = ['mkdirSync', 'rmSync', 'renameSync', 'fsyncSync', 'openSync', 'closeSync'] as const;
const DATABASE_STEPS = new Set(['exec', 'prepare', 'close', 'run', 'all', 'get', 'iterate']);

let steps = 0;
let last = 0;
const step = (): void => {
  if (last > 0 && ++steps === last) process.kill(process.pid, 'SIGKILL');
};

/** Ends this process, as a power cut would, right before it does the nth thing from now on to a file or a database. */
export function killAtStep(nth: number): void {
  last = nth;
}

for (const name of FILE_STEPS) {
  const own: unknown = Reflect.get(fs, name);
  if (typeof own !== 'function') throw new Error(`there is no ${name}`);
  Reflect.set(fs, name, (...given: unknown[]): unknown => {
    step();
    return Reflect.apply(own, fs, given);
  });
}

function counted<T extends object>(target: T): T {
  return new Proxy(target, {
    get(real, name) {
      const own: unknown = Reflect.get(real, name, real);
      if (typeof own !== 'function') return own;
      return (...given: unknown[]): unknown => {
        if (DATABASE_STEPS.has(String(name))) step();
        const result: unknown = Reflect.apply(own, real, given);
        return name === 'prepare' && typeof result === 'object' && result !== null ? counted(result) : result;
      };
    },
  });
}

const fromRoot = createRequire(path.join(process.env['NODE_PATH'] ?? '', 'any.js'));
const real: { DatabaseSync: new (...given: unknown[]) => object } = fromRoot('@photostructure/sqlite');
export const DatabaseSync = new Proxy(real.DatabaseSync, {
  construct: (database, given) => counted(Reflect.construct(database, given)),
});
