// Bytes of a published list to text: finds the encoding, refuses what is no text. Reading files is read.ts.
import iconv from 'iconv-lite';
import { BuildFault } from '../fault.ts';
import { findBinaryKind } from './binary-kind.ts';

export type SourceEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

// 事 or any other Han character
const HAN = /\p{Script=Han}/gu;
// U+FFFD, private use and control characters that no text has
const BROKEN = /[\uFFFD\p{Co}]|(?!\s)\p{Cc}/gu;

/** Throws at what is no UTF-8; leaves a BOM out. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Text of a file's bytes, without its BOM. UTF-8, UTF-16 (either order, BOM or none) and GB18030 are known
 * apart by trial; anything else is a `source-unreadable` fault that says what to do.
 */
export function decodeSource(bytes: Uint8Array, file: string): { text: string; encoding: SourceEncoding } {
  const kind = findBinaryKind(bytes);
  if (kind) throw new BuildFault('source-unreadable', kind, { file });
  const encoding = findEncoding(bytes);
  if (encoding) {
    // UTF-8 needs no tables
    const text = encoding === 'utf-8' ? UTF8.decode(bytes) : iconv.decode(Buffer.from(bytes), encoding);
    if (text.trim() === '') {
      throw new BuildFault(
        'source-unreadable',
        '文件是空的（只有空白）。请重新导出清单文本，确认内容后再导入。',
        { file },
      );
    }
    return { text, encoding };
  }
  throw new BuildFault(
    'source-unreadable',
    '认不出这个文件的文字编码，或者它不是文本文件。请另存为 UTF-8（或 GB18030）编码的纯文本再导入。',
    { file },
  );
}

function findEncoding(bytes: Uint8Array): SourceEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const unmarked = findUnmarkedUtf16(bytes);
  if (unmarked) return looksLikeText(bytes, unmarked) ? unmarked : null;
  if (isUtf8(bytes)) return 'utf-8';
  if (looksLikeText(bytes, 'gb18030')) return 'gb18030';
  return (['utf-16le', 'utf-16be'] as const).find((encoding) => looksLikeText(bytes, encoding)) ?? null;
}

/** Text has no NUL; in UTF-16 the line ends and digits give many, all on one side. */
function findUnmarkedUtf16(bytes: Uint8Array): SourceEncoding | null {
  let even = 0;
  let odd = 0;
  const sample = bytes.subarray(0, 65_536);
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) {
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd === 0) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    UTF8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** At least a fifth of the sample is Han and almost nothing is broken: 0.2 % allows for a damaged byte or two. */
function looksLikeText(bytes: Uint8Array, encoding: SourceEncoding): boolean {
  const sample = iconv.decode(Buffer.from(bytes.subarray(0, 65_536)), encoding);
  const han = sample.match(HAN)?.length ?? 0;
  const broken = sample.match(BROKEN)?.length ?? 0;
  return han * 5 >= sample.length && broken * 500 <= sample.length + 500;
}
