/**
 * The texts in quotes of a TypeScript source, each as the texts it can become: what is filled in stands as `§` and
 * as nothing, and a choice between texts within it as each of them.
 */
export function literalsOf(source: string): string[][] {
  const found: string[][] = [];
  let at = 0;
  const skipTo = (end: string): void => {
    const next = source.indexOf(end, at);
    at = next < 0 ? source.length : next + end.length;
  };

  function quoted(quote: string): string {
    let text = '';
    for (at++; at < source.length && source[at] !== quote; at++) {
      if (source[at] === '\\') at++;
      text += source[at] ?? '';
    }
    at++;
    return text;
  }

  /** A template's texts: all combinations of what its parts can be. */
  function template(): string[] {
    let texts = [''];
    for (at++; at < source.length && source[at] !== '`';) {
      if (source.startsWith('${', at)) {
        at += 2;
        const inner = code('}');
        const choices = [...new Set(['§', '', ...inner])];
        texts = texts.flatMap((text) => choices.map((choice) => text + choice)).slice(0, 200);
      } else {
        if (source[at] === '\\') at++;
        const character = source[at] ?? '';
        texts = texts.map((text) => text + character);
        at++;
      }
    }
    at++;
    return texts;
  }

  /** Reads on to the closing bracket (or the end); yields the texts in it. */
  function code(end: string | null): string[] {
    const texts: string[] = [];
    let depth = 0;
    while (at < source.length) {
      const character = source[at] ?? '';
      if (source.startsWith('//', at)) skipTo('\n');
      else if (source.startsWith('/*', at)) skipTo('*/');
      else if (character === "'" || character === '"') texts.push(...keep([quoted(character)]));
      else if (character === '`') texts.push(...keep(template()));
      else if (/\/(?![*/])/.test(character) && /[(,=:?&|]\s*$/.test(source.slice(Math.max(0, at - 3), at)))
        regex();
      else {
        if (character === '{') depth++;
        if (character === '}' && depth-- === 0 && end === '}') {
          at++;
          return texts;
        }
        at++;
      }
    }
    return texts;
  }

  function regex(): void {
    let inClass = false;
    for (at++; at < source.length && source[at] !== '\n' && (inClass || source[at] !== '/'); at++) {
      if (source[at] === '\\') at++;
      else if (source[at] === '[') inClass = true;
      else if (source[at] === ']') inClass = false;
    }
    at++;
  }

  function keep(texts: string[]): string[] {
    found.push(texts);
    return texts;
  }

  code(null);
  return found;
}
