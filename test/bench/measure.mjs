/** One measurement in a process of its own: `node measure.mjs CONTENDER INPUT`; prints its figures as JSON. */
import { pathToFileURL } from 'node:url';

const [file, input] = process.argv.slice(2);
const { run } = await import(pathToFileURL(file));
const start = performance.now();
const before = process.cpuUsage();
const facts = await run(JSON.parse(input));
const ms = performance.now() - start;
// All threads of the process: what other programs do on the machine hardly changes it.
const used = process.cpuUsage(before);
const cpuMs = (used.user + used.system) / 1000;
// Kilobytes on Linux and macOS alike, as Node gives it.
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ ms, cpuMs, peakMb, facts })}\n`, () => process.exit());
