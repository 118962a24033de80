import type { SheetFile } from './cell';

export type OpenSheetOptions = {
  /** Text files only; absent: detected. */
  encoding?: string;
  delimiter?: string;
  /** Told now and then how many rows were read so far. */
  onRows?: (rows: number) => void;
};

/** Reads an order sheet, whatever it is. Throws SheetError; nothing is ever written or run. */
export async function openSheetFile(path: string, options: OpenSheetOptions = {}): Promise<SheetFile> {
  throw new Error(`not yet ${path} ${options.encoding}`);
}
