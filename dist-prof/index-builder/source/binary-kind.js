// Knows files that are no text by their first bytes, and says what to do with each kind.
const IMAGE = '这是图片，不是文本。请先用文字识别（OCR）把清单转成文本，再导入。';
const BINARY_KINDS = [
    { magic: [0x89, 0x50, 0x4e, 0x47], advice: IMAGE },
    { magic: [0xff, 0xd8, 0xff], advice: IMAGE },
    { magic: [0x47, 0x49, 0x46, 0x38], advice: IMAGE },
    { magic: [0x49, 0x49, 0x2a, 0x00], advice: IMAGE },
    { magic: [0x4d, 0x4d, 0x00, 0x2a], advice: IMAGE },
    { magic: [0x52, 0x49, 0x46, 0x46], advice: IMAGE },
    {
        magic: [0x25, 0x50, 0x44, 0x46],
        advice: '这是 PDF，不是文本。请先用 pdftotext 之类的工具导出文本，再导入。',
    },
    {
        magic: [0x50, 0x4b, 0x03, 0x04],
        advice: '这是压缩包或 Word/Excel/WPS 文档，不是文本。请打开后另存为纯文本（.txt），再导入。',
    },
    {
        magic: [0xd0, 0xcf, 0x11, 0xe0],
        advice: '这是旧版 Word/Excel 文档，不是文本。请打开后另存为纯文本（.txt），再导入。',
    },
    { magic: [0x1f, 0x8b], advice: '这是压缩文件，不是文本。请先解压，再导入其中的清单文本。' },
];
/** Why these bytes are no text and what to do, in Chinese; null when their start says nothing against them. */
export function findBinaryKind(bytes) {
    if (bytes.length === 0)
        return '文件是空的。请重新导出清单文本，确认内容后再导入。';
    const kind = BINARY_KINDS.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte));
    return kind?.advice ?? null;
}
