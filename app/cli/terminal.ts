import { createInterface } from 'node:readline/promises';
import { stripVTControlCharacters } from 'node:util';

/** Where the command writes, and whether a person is watching. */
export type Terminal = {
  /** One line of result on stdout. */
  line(text?: string): void;
  /** One line on stderr: errors, questions, notes that must not mix with results. */
  note(text: string): void;
  /** A line that replaces itself; nothing at all in a pipe. */
  progress(text: string): void;
  endProgress(): void;
  /** What the person answers, trimmed; empty when nobody can answer. */
  ask(question: string): Promise<string>;
  readonly interactive: boolean;
};

/** Text from a sheet can't move the cursor or colour the terminal. */
export function harmless(text: string): string {
  // eslint-disable-next-line no-control-regex
  return stripVTControlCharacters(text).replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}

export function createTerminal(streams: {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}): Terminal {
  const { stdin, stdout, stderr } = streams;
  const interactive = Boolean(stdin.isTTY && stderr.isTTY);
  let showing = false;
  const clear = (): void => {
    if (showing) stderr.write('\r\u001b[2K');
    showing = false;
  };
  return {
    interactive,
    line(text = '') {
      clear();
      stdout.write(`${text}\n`);
    },
    note(text) {
      clear();
      stderr.write(`${text}\n`);
    },
    progress(text) {
      if (!stderr.isTTY) return;
      clear();
      stderr.write(text.slice(0, Math.max(20, (stderr.columns || 80) - 1)));
      showing = true;
    },
    endProgress: clear,
    async ask(question) {
      if (!interactive) return '';
      clear();
      const prompt = createInterface({ input: stdin, output: stderr });
      try {
        // Ctrl-C and the end of the input close the prompt; the question itself would stay open for ever.
        const closed = new Promise<string>((resolve) => prompt.once('close', () => resolve('')));
        const answer = prompt.question(`${question} `).catch(() => '');
        return (await Promise.race([answer, closed])).trim();
      } finally {
        prompt.close();
      }
    },
  };
}
