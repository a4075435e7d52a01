// A short, stable fingerprint of text; not for security. Shards carry one, so that an index built from other
// items, another segmenter or other options is refused instead of answering wrongly.
/** 16 hexadecimal digits (two 32-bit FNV-1a runs with different seeds). Same text, same digits, everywhere. */
export function fingerprint(text) {
    let a = 0x811c9dc5;
    let b = 0x9747b28c;
    for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        a = Math.imul(a ^ unit, 0x01000193);
        b = Math.imul(b ^ ((unit << 5) | (unit >>> 3)), 0x01000193);
    }
    return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
