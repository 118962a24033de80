import { expect, it } from 'vitest';
import { shellWords } from '../../app/desktop/shell-words';

it('speaks the language that was chosen, or the system’s where it can', () => {
  expect(shellWords('de', 'zh-CN').file).toBe('Datei');
  expect(shellWords('system', 'zh-CN').file).toBe('文件');
  expect(shellWords('system', 'es-MX').file).toBe('Archivo');
  expect(shellWords('system', 'fr').file).toBe('File');
  expect(shellWords('system', '').file).toBe('File');
});
