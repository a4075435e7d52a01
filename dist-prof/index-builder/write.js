// Writes generated files: whole or not at all, the same bytes for the same content.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
/** Replaces a file in one step; a reader sees the old content or the new, never half of it. */
export function writeAtomically(path, content) {
    mkdirSync(dirname(path), { recursive: true });
    const temporary = `${path}.${process.pid}.tmp`;
    try {
        writeFileSync(temporary, content);
        renameSync(temporary, path);
    }
    catch (cause) {
        rmSync(temporary, { force: true });
        throw cause;
    }
}
/** JSON as this project commits it: two blanks of indent, a final line end, keys in the order given. */
export function toJsonText(value) {
    return `${JSON.stringify(value, null, 2)}\n`;
}
