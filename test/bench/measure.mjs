/**
 * One measurement in a process of its own: `node measure.mjs CONTENDER INPUT`; prints its figures as JSON.
 * A contender exports `run(input, ready)`, which yields facts that must be the same for all, or `{ ms, facts }` where the
 * time that counts is another than the whole; `prepare(input)` and `finish(ready)` around it aren't timed.
 */
import { pathToFileURL } from 'node:url';

const [file, given] = process.argv.slice(2);
const input = JSON.parse(given);
const contender = await import(pathToFileURL(file));
const ready = await contender.prepare?.(input);
const start = performance.now();
const before = process.cpuUsage();
const found = await contender.run(input, ready);
const took = performance.now() - start;
// All threads of the process: what other programs do on the machine hardly changes it.
const used = process.cpuUsage(before);
const cpuMs = (used.user + used.system) / 1000;
const { ms, facts } = 'facts' in found ? found : { ms: took, facts: found };
// Kilobytes on Linux and macOS alike, as Node gives it.
const peakMb = process.resourceUsage().maxRSS / 1024;
await contender.finish?.(ready);
process.stdout.write(`${JSON.stringify({ ms, cpuMs, peakMb, facts })}\n`, () => process.exit());
