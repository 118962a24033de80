import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ReserveFile } from '../../app/ledger/reserve-file';
import { tempFolder } from './world';

describe('the file for answers the ledger could not take', () => {
  it('has its room from the start, and gives back what was written until it is cleared', () => {
    const dir = tempFolder();
    const file = new ReserveFile(dir);
    const room = fs.statSync(file.path).size;
    expect(room).toBe(256 * 1024);
    for (const line of ['{"id":"é"}', '{"id":2}']) expect(file.append(line)).toBe(true);
    expect(fs.statSync(file.path).size).toBe(room);
    const later = new ReserveFile(dir);
    expect(later.lines()).toEqual(['{"id":"é"}', '{"id":2}']);
    later.append('{"id":3}');
    expect(new ReserveFile(dir).lines()).toEqual(['{"id":"é"}', '{"id":2}', '{"id":3}']);
    later.clear();
    expect(new ReserveFile(dir).lines()).toEqual([]);
    expect(fs.statSync(file.path).size).toBe(room);
  });

  it('takes answers after it was removed, even with its folder, and says when it can not', () => {
    const dir = tempFolder();
    const file = new ReserveFile(dir);
    file.append('first');
    fs.rmSync(dir, { recursive: true });
    expect(file.append('second')).toBe(true);
    expect(new ReserveFile(dir).lines()).toEqual(['second']);
    fs.rmSync(dir, { recursive: true });
    fs.writeFileSync(dir, 'no folder');
    expect(file.append('third')).toBe(false);
  });
});
