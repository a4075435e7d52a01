import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeSource, toSourceText } from '../../../index-builder/source/index.ts';
import { sampleList } from '../../support/sample-list.ts';

const TEXT = sampleList();

describe('decodeSource', () => {
  it.each([
    ['UTF-8', 'utf-8', iconv.encode(TEXT, 'utf-8')],
    ['UTF-8 with BOM', 'utf-8', iconv.encode(TEXT, 'utf-8', { addBOM: true })],
    ['UTF-16 LE with BOM', 'utf-16le', iconv.encode(TEXT, 'utf-16le', { addBOM: true })],
    ['UTF-16 BE with BOM', 'utf-16be', iconv.encode(TEXT, 'utf-16be', { addBOM: true })],
    ['UTF-16 LE', 'utf-16le', iconv.encode(TEXT, 'utf-16le')],
    ['UTF-16 BE', 'utf-16be', iconv.encode(TEXT, 'utf-16be')],
    ['GB18030', 'gb18030', iconv.encode(TEXT, 'gb18030')],
  ])('reads %s', (_name, encoding, bytes) => {
    expect(decodeSource(bytes, 'a.txt')).toEqual({ text: TEXT, encoding });
  });

  it.each([
    ['empty', Buffer.alloc(0), '空的'],
    ['blanks only', Buffer.from(' \r\n\t '), '空的'],
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), '图片'],
    ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]), '图片'],
    ['PDF', Buffer.from('%PDF-1.7 …'), 'pdftotext'],
    ['Word', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]), '另存为'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256)),
      '编码',
    ],
  ])('refuses %s and says what to do', (_name, bytes, advice) => {
    expect(() => decodeSource(bytes, 'a.txt')).toThrow(advice);
  });

  it('keeps characters of GB18030 that GBK has not', () => {
    expect(decodeSource(iconv.encode('毀損䶮的处罚事项清单', 'gb18030'), 'a.txt').text).toBe(
      '毀損䶮的处罚事项清单',
    );
  });
});

describe('toSourceText', () => {
  it.each([
    ['LF', 'a\nb\n'],
    ['CRLF', 'a\r\nb\r\n'],
    ['no final line end', 'a\nb'],
    ['BOM', '\uFEFFa\nb\n'],
  ])('cuts %s into the same lines', (_name, text) => {
    expect(toSourceText('a.txt', text).lines).toEqual(['a', 'b']);
  });
});
