import type { ElectronApplication, Page } from 'playwright';

export function walk(options: {
  language: 'en' | 'zh' | 'de' | 'es';
  camera: (page: Page, name: string, theme: string, electron: ElectronApplication) => Promise<void>;
  themes?: readonly ('light' | 'dark')[];
}): Promise<void>;
