// Reads one published list from disk: size limit, hash, decoding. What the text means is the formats' work.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { BuildFault } from '../fault.js';
import { decodeSource } from './decode.js';
import { toSourceText } from './lines.js';
/** A list of 400 items is about 0.2 MB of text; 20 MB is a hundred times the largest seen. */
const MAX_BYTES = 20 * 1024 * 1024;
/**
 * The text of a file and the SHA-256 of its bytes. `name` is how the file is called in findings and items.
 * Throws `source-unreadable` (missing, a folder, empty, too large, no text) with what to do.
 */
export function readSource(path, name) {
    const bytes = readBytes(path, name);
    const { text, encoding } = decodeSource(bytes, name);
    return {
        source: toSourceText(name, text),
        sha256: createHash('sha256').update(bytes).digest('hex'),
        encoding,
    };
}
function readBytes(path, name) {
    try {
        const stat = statSync(path);
        if (!stat.isFile()) {
            throw new BuildFault('source-unreadable', '这不是一个文件。请给出清单文本文件的路径。', { file: name });
        }
        if (stat.size > MAX_BYTES) {
            const megabytes = Math.ceil(stat.size / 1024 / 1024);
            const message = `文件有 ${megabytes} MB，超过 20 MB 的上限。一份清单的文本不到 1 MB，请确认选对了文件，或拆成单份清单再导入。`;
            throw new BuildFault('source-unreadable', message, { file: name });
        }
        return readFileSync(path);
    }
    catch (cause) {
        if (cause instanceof BuildFault)
            throw cause;
        const reason = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
            ? '找不到这个文件'
            : '打不开这个文件';
        throw new BuildFault('source-unreadable', `${reason}。请检查路径和读取权限。`, { file: name, cause });
    }
}
