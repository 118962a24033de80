import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import * as z from 'zod';

const stored = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400).max(20_000),
  height: z.number().int().min(300).max(20_000),
  maximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof stored>;

const FIRST_SIZE = { width: 1280, height: 840 };
/** So much of a title bar must be on a screen for it to be grasped (pixels). */
const GRASP = 80;

/** Where the window was; null when it was nowhere yet or that is on no screen any more. */
export function readBounds(file: string, screens: readonly Rectangle[]): WindowBounds | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  try {
    const parsed = stored.safeParse(JSON.parse(text));
    return parsed.success && screens.some((screen) => shows(screen, parsed.data)) ? parsed.data : null;
  } catch {
    return null;
  }
}

function shows(screen: Rectangle, { x, y, width }: WindowBounds): boolean {
  const across = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
  return across >= GRASP && y >= screen.y - 8 && y <= screen.y + screen.height - GRASP;
}

/** The size of a first window: as much as is comfortable, never more than the screen has. */
export function firstSize(screen: Rectangle): { width: number; height: number } {
  return {
    width: Math.min(FIRST_SIZE.width, screen.width),
    height: Math.min(FIRST_SIZE.height, screen.height),
  };
}

/** Losing this loses nothing, so a failure is not worth a word. */
export function writeBounds(file: string, bounds: WindowBounds): void {
  try {
    writeFileSync(file, JSON.stringify(bounds));
  } catch {
    // The window opens in its first place next time.
  }
}
