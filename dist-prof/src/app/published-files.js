// The published files as they stand in data/sources, for the page that shows a row in its surroundings.
import { readFileSync } from 'node:fs';
import path from 'node:path';
/** Documents name their file from the repository's root; the data folder may stand elsewhere. */
const DATA_FOLDER = /^data\//;
const LINE_END = /\r?\n/;
/** Lines of a document's file, read once. Null when the file is not at hand or would lie outside `dataDir`. */
export function createSourceText(dataDir) {
    const known = new Map();
    const read = (file) => {
        const full = path.resolve(dataDir, file.replace(DATA_FOLDER, ''));
        if (!full.startsWith(path.resolve(dataDir) + path.sep))
            return null;
        try {
            return readFileSync(full, 'utf8').split(LINE_END);
        }
        catch {
            return null;
        }
    };
    return (file) => {
        const cached = known.get(file);
        if (cached !== undefined)
            return cached;
        const lines = read(file);
        known.set(file, lines);
        return lines;
    };
}
