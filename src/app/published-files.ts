// The published files as they stand in data/sources, for the page that shows a row in its surroundings.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const LINE_END = /\r?\n/;

/** Lines of a document's file, read once. Null when the file is not at hand or would lie outside `rootDir`. */
export function createSourceText(rootDir: string): (file: string) => readonly string[] | null {
  const known = new Map<string, readonly string[] | null>();
  const read = (file: string): readonly string[] | null => {
    const full = path.resolve(rootDir, file);
    if (!full.startsWith(path.resolve(rootDir) + path.sep)) return null;
    try {
      return readFileSync(full, 'utf8').split(LINE_END);
    } catch {
      return null;
    }
  };
  return (file) => {
    const cached = known.get(file);
    if (cached !== undefined) return cached;
    const lines = read(file);
    known.set(file, lines);
    return lines;
  };
}
