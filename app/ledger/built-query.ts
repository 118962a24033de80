import type { CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables';

/** A ledger's queries, or those of a transaction. */
export type Queries = Pick<Kysely<Tables>, 'selectFrom' | 'insertInto' | 'updateTable' | 'executeQuery'>;

/**
 * A query for what every order takes: building one costs more than running it, so it is built once. `build` is given a
 * stand-in for each value, which must go into the query as it is; the values themselves are given each time it is run.
 */
export function builtOnce<Given extends object, Row>(
  build: (queries: Queries, given: Given) => { compile(): CompiledQuery<Row> },
): (queries: Queries, given: Given) => Promise<Row[]> {
  let built: CompiledQuery<Row> | null = null;
  return async (queries, given) => {
    built ??= build(queries, standIns<Given>()).compile();
    const parameters = built.parameters.map((one) =>
      one instanceof StandIn ? Reflect.get(given, one.name) : one,
    );
    return (await queries.executeQuery<Row>({ ...built, parameters })).rows;
  };
}

class StandIn {
  constructor(readonly name: string | symbol) {}
}

/** Whatever is read of it is a StandIn, under the type of the value it stands for: only Kysely sees it, which takes any. */
function standIns<Given extends object>(): Given {
  return new Proxy({} as Given, { get: (_none, name) => new StandIn(name) });
}
