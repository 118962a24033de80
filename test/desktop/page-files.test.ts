import path from 'node:path';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageFile, PAGE_ORIGIN } from '../../app/desktop/page-files';

const FOLDER = path.resolve('/somewhere/out/renderer');

describe('an address of the window', () => {
  it('means a built file of a known kind', () => {
    expect(pageFile(FOLDER, `${PAGE_ORIGIN}/assets/index-x.js`)).toEqual({
      file: path.join(FOLDER, 'assets', 'index-x.js'),
      type: 'text/javascript; charset=utf-8',
    });
    expect(pageFile(FOLDER, `${PAGE_ORIGIN}/index.html?x=1#y`)?.type).toMatch('text/html');
    expect(pageFile(FOLDER, `${PAGE_ORIGIN}/notes.md`)).toBeNull();
    expect(pageFile(FOLDER, 'https://pbx-orders/index.html')).toBeNull();
    expect(pageFile(FOLDER, 'app://pbx-orders.example/index.html')).toBeNull();
  });

  it('never means a file outside the window’s folder, however it is spelt', () => {
    const part = constantFrom('..', '.', '%2e%2e', '%2E.', '..%2f', '..%5c', '%00', '\\', '/', 'a', 'x.js');
    assert(
      property(array(part, { maxLength: 8 }), constantFrom('/', '%2f', ''), (parts, between) => {
        const found = pageFile(FOLDER, `${PAGE_ORIGIN}/${parts.join(between)}/x.js`);
        if (found) expect(found.file.startsWith(FOLDER + path.sep)).toBe(true);
      }),
    );
  });
});
