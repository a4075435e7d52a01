// Compressing finished pages. All pages begin with the same style sheet, which is more than half of their weight: it
// is compressed once, and only what follows is compressed for each page.
import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib';
/** The most frequent levels' trade: 5 instead of 6 saves a third of the time for one per cent of the weight. */
const LEVEL = 5;
// RFC 1952: magic, deflate, no flags, no time, no extra flags, unknown system
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** Makes gzip of one member, with the part up to the end of `head` taken from memory where a body begins with it. */
export function createCompressor(head) {
    const headBytes = Buffer.from(head, 'utf8');
    const headCrc = crc32(headBytes);
    // flushed to a whole byte and not finished: further blocks may follow
    const headBlocks = deflateRawSync(headBytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
    return (plain) => {
        if (!headBytes.equals(plain.subarray(0, headBytes.length)))
            return new Uint8Array(gzipSync(plain, { level: LEVEL }));
        const rest = plain.subarray(headBytes.length);
        const trailer = Buffer.alloc(8);
        trailer.writeUInt32LE(crc32(rest, headCrc), 0);
        trailer.writeUInt32LE(plain.length % 2 ** 32, 4);
        const blocks = deflateRawSync(rest, { level: LEVEL });
        return new Uint8Array(Buffer.concat([GZIP_HEADER, headBlocks, blocks, trailer]));
    };
}
