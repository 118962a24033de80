import path from 'node:path';
import { SANDBOX, type Catalog } from '../engine';
import { common, commandOf, type Shared } from './command-line';
import { withEngine } from './context';
import { EXIT } from './exit-codes';
import { printWritten } from './run-commands';
import { harmless, type Terminal } from './terminal';

type Options = { connection?: string };

/** catalog sync|show, template and mappings: what is kept for checking offline. */
export function addCatalogCommands({ program, context, done }: Shared): void {
  const catalog = program
    .command('catalog')
    .description('regions, domains, firmwares, templates and customers of an account');
  for (const verb of ['sync', 'show'] as const) {
    const what = verb === 'sync' ? 'fetch the catalog from the account' : 'show the stored catalog';
    const command = commandOf(catalog, verb, what)
      .option('--connection <name>', 'absent: the sandbox')
      .action(async ({ connection = SANDBOX }: Options) => {
        const given = common(command);
        done(
          await withEngine(context, given, async (engine) => {
            const found =
              verb === 'sync' ? await engine.syncCatalog(connection) : await engine.catalog(connection);
            if (given.json) context.terminal.line(JSON.stringify(found));
            else printCatalog(found, context.terminal);
            return EXIT.done;
          }),
        );
      });
  }
  const template = commandOf(
    program,
    'template <file>',
    'write an empty order form (.xlsx) with the choices of an account',
  )
    .option('--connection <name>', 'absent: the sandbox')
    .action(async (file: string, { connection = SANDBOX }: Options) => {
      const given = common(template);
      done(
        await withEngine(context, given, async (engine) => {
          await engine.template(connection, path.resolve(file));
          printWritten(context.terminal, given.json, { path: path.resolve(file) });
          return EXIT.done;
        }),
      );
    });
  const mappings = program.command('mappings').description('column mappings saved under a name');
  const exporting = commandOf(mappings, 'export <file>', 'write them as JSON').action(
    async (file: string) => {
      const given = common(exporting);
      done(
        await withEngine(context, given, async (engine) => {
          const { mappings: count } = await engine.exportMappings(path.resolve(file));
          printWritten(context.terminal, given.json, { path: path.resolve(file), mappings: count });
          return EXIT.done;
        }),
      );
    },
  );
  const importing = commandOf(mappings, 'import <file>', 'add those of such a file').action(
    async (file: string) => {
      const given = common(importing);
      done(
        await withEngine(context, given, async (engine) => {
          const all = await engine.importMappings(path.resolve(file));
          if (given.json) context.terminal.line(JSON.stringify(all));
          else
            for (const one of all)
              context.terminal.line(
                `${harmless(one.name)}: ${one.fields} columns, ${one.constants} constants`,
              );
          return EXIT.done;
        }),
      );
    },
  );
}

function printCatalog(catalog: Catalog, terminal: Terminal): void {
  if (catalog.fetchedAt === 0) {
    terminal.line('This catalog was never fetched. Run: pbx-orders catalog sync --connection NAME');
    return;
  }
  terminal.line(`Fetched ${new Date(catalog.fetchedAt).toISOString()}`);
  const list = (title: string, lines: readonly string[]): void => {
    terminal.line();
    terminal.line(title);
    for (const line of lines) terminal.line(`  ${harmless(line)}`);
  };
  list(
    'Regions',
    catalog.regions.map((one) => `${one.regionId}  ${one.region}`),
  );
  list(
    'Domains',
    catalog.domains.map((one) => `${one.domainId}  ${one.domain}  (region ${one.regionId})`),
  );
  list(
    'Firmwares',
    catalog.firmwares.map((one) => `${one.versionId}  ${one.version}  (regions ${one.regionIds.join(', ')})`),
  );
  list(
    'Provisioning templates',
    catalog.templates.map((one) => `${one.provisioningTemplateId}  ${one.provisioningTemplateName}`),
  );
  list(
    'Customers',
    catalog.customers.map(
      (one) => `${one.customerId}  ${one.company}  ${one.firstName} ${one.lastName}  ${one.email}`,
    ),
  );
}
