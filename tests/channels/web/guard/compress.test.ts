import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCompressor } from '../../../../src/channels/web/guard/compress.ts';

const HEAD = '<!doctype html><style>body { color: #123 } 中文</style>';

describe('compression with a head kept in memory', () => {
  const compress = createCompressor(HEAD);
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('gives back every body, with the head and without', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.string({ unit: 'binary', maxLength: 3000 }), (withHead, rest) => {
        const plain = bytes(withHead ? HEAD + rest : rest);
        expect(new Uint8Array(gunzipSync(compress(plain)))).toEqual(plain);
      }),
    );
  });

  it.each(['', HEAD, HEAD.slice(0, -1), `${HEAD}${'长'.repeat(100_000)}`])('body %#', (text) => {
    expect(gunzipSync(compress(bytes(text))).toString('utf8')).toBe(text);
  });

  it('an altered byte does not go unnoticed', () => {
    const packed = compress(bytes(`${HEAD}<p>职责</p>`));
    packed[packed.length - 8] = (packed[packed.length - 8] ?? 0) ^ 1;
    expect(() => gunzipSync(packed)).toThrow('incorrect data check');
  });
});
