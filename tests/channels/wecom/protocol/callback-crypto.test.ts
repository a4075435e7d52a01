// The official vectors, a cross-check against @wecom/crypto in both directions, and every way to be refused.
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createCallbackCrypto,
  equalsSafely,
} from '../../../../src/channels/wecom/protocol/callback-crypto.ts';

const TOKEN = 'QDG6eK';
const AES_KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
const CORP_ID = 'wx5823bf96d3bd56c7';
const app = createCallbackCrypto({ token: TOKEN, aesKey: AES_KEY, receiveId: CORP_ID });
const bot = createCallbackCrypto({ token: TOKEN, aesKey: AES_KEY, receiveId: '' });

const GET = {
  timestamp: '1409659589',
  nonce: '263014780',
  signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
  encrypt: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
};
const POST = {
  timestamp: '1409659813',
  nonce: '1372623149',
  signature: '477715d11cdb4164915debcba66cb864d751f3e6',
  encrypt:
    'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
};
const BOT = {
  timestamp: '1700000000',
  nonce: 'n1',
  signature: '045058efe18081e4a0ea7721c43b4954d05e31cf',
  encrypt:
    'sKqRbbiSUnDhFHOvPjtUMZPKpa7fG38FFzePvMguqDiH+FcOx2Hyi3QqtGPMh5ZlIY8Kxq3YaOLmwaLdgp9aGV/Clpad5IqaP5GVEPLnKTBH0B83pMIAyaoHKlA9DXG8',
};

/** A cipher text signed as it is, so that only what is behind the signature is tested. */
const signed = (encrypted: string) => ({
  ...GET,
  encrypt: encrypted,
  signature: app.sign(GET.timestamp, GET.nonce, encrypted),
});
const flip = (base64: string, at: number): string => {
  const bytes = Buffer.from(base64, 'base64');
  const index = at < 0 ? bytes.length + at : at;
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return bytes.toString('base64');
};

describe('official vectors', () => {
  it('opens the URL verification', () => {
    expect(app.open(GET)).toEqual({ ok: true, message: '1616140317555161061' });
  });

  it('opens the callback of the app', () => {
    const opened = app.open(POST);
    expect(opened.ok && opened.message).toContain('<MsgId>4561255354251345929</MsgId>');
    expect(opened.ok && Buffer.byteLength(opened.message)).toBe(284);
  });

  it('opens the callback of the bot', () => {
    expect(bot.open(BOT)).toEqual({
      ok: true,
      message: '{"msgid":"M1","msgtype":"text","text":{"content":"@助手 防汛"}}',
    });
  });

  it.each([
    ['GET', app, GET, 'c41b64491c2468d0'],
    ['POST', app, POST, '0960688932c47ef1'],
    ['bot', bot, BOT, '0123456789abcdef'],
  ] as const)('seals %s to the same bytes', (_name, crypto, vector, random) => {
    const opened = crypto.open(vector);
    if (!opened.ok) throw new Error(opened.fault);
    expect(crypto.seal(opened.message, vector.timestamp, vector.nonce, Buffer.from(random))).toEqual(vector);
  });
});

describe('against @wecom/crypto', () => {
  it('each opens what the other sealed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
        (message, nonce) => {
          const ours = app.seal(message, '1700000000', nonce);
          expect(decrypt(AES_KEY, ours.encrypt)).toMatchObject({ message, id: CORP_ID });
          expect(getSignature(TOKEN, '1700000000', nonce, ours.encrypt)).toBe(ours.signature);
          const theirs = encrypt(AES_KEY, message, CORP_ID);
          const signature = getSignature(TOKEN, '1700000000', nonce, theirs);
          expect(app.open({ signature, timestamp: '1700000000', nonce, encrypt: theirs })).toEqual({
            ok: true,
            message,
          });
        },
      ),
    );
  });
});

describe('refusals', () => {
  it.each([
    ['a flipped character of the signature', { ...GET, signature: `6${GET.signature.slice(1)}` }],
    ['an upper-case signature', { ...GET, signature: GET.signature.toUpperCase() }],
    ['a short signature', { ...GET, signature: GET.signature.slice(1) }],
    ['no signature', { ...GET, signature: '' }],
    ['another nonce', { ...GET, nonce: '263014781' }],
    ['another timestamp', { ...GET, timestamp: '1409659590' }],
    ['a flipped byte of the cipher text', { ...GET, encrypt: flip(GET.encrypt, 20) }],
  ])('%s', (_name, input) => {
    expect(app.open(input)).toEqual({ ok: false, fault: 'bad-signature' });
  });

  it('the receive id of another', () => {
    expect(bot.open(GET)).toEqual({ ok: false, fault: 'bad-receive-id' });
    const other = createCallbackCrypto({ token: TOKEN, aesKey: AES_KEY, receiveId: 'wx5823bf96d3bd56c8' });
    expect(other.open(GET)).toEqual({ ok: false, fault: 'bad-receive-id' });
    expect(app.open(BOT)).toEqual({ ok: false, fault: 'bad-receive-id' });
  });

  it.each([
    ['what is not base64', '!!!!'],
    ['nothing', ''],
    ['half a block', Buffer.alloc(16).toString('base64')],
  ])('%s', (_name, encrypted) => {
    expect(app.open(signed(encrypted))).toEqual({ ok: false, fault: 'bad-base64' });
  });

  it('a flipped last byte: the padding, which @wecom/crypto does not look at', () => {
    const tampered = flip(GET.encrypt, -17);
    expect(() => decrypt(AES_KEY, tampered)).not.toThrow();
    expect(app.open(signed(tampered))).toEqual({ ok: false, fault: 'decrypt-failed' });
  });

  it('any flipped byte, even rightly signed, never opens as the same message', () => {
    const length = Buffer.from(GET.encrypt, 'base64').length;
    for (let at = 0; at < length; at++) {
      const opened = app.open(signed(flip(GET.encrypt, at)));
      // the first block holds nothing but random bytes; all others are the message, its length, its owner or padding
      if (opened.ok) expect(at, opened.message).toBeLessThan(16);
    }
  });

  it('a length beyond the text', () => {
    // the first cipher block is xored onto the second plain block, where the length stands
    expect(app.open(signed(flip(GET.encrypt, 0)))).toEqual({ ok: false, fault: 'bad-plaintext' });
  });

  it('a key of 42 characters', () => {
    expect(() => createCallbackCrypto({ token: TOKEN, aesKey: AES_KEY.slice(1), receiveId: '' })).toThrow(
      '43',
    );
  });
});

describe('comparing', () => {
  it('takes whatever length', () => {
    expect(equalsSafely('', '')).toBe(true);
    expect(equalsSafely('a', 'aa')).toBe(false);
  });

  it('costs the same wherever the difference lies', () => {
    const right = 'f'.repeat(40);
    const early = `0${right.slice(1)}`;
    const late = `${right.slice(1)}0`;
    const time = (given: string): number => {
      const started = process.hrtime.bigint();
      for (let i = 0; i < 2000; i++) equalsSafely(given, right);
      return Number(process.hrtime.bigint() - started);
    };
    const medianOf = (given: string): number =>
      Array.from({ length: 15 }, () => time(given)).toSorted((a, b) => a - b)[7] ?? 0;
    for (const given of [early, late, right]) time(given);
    const ratio = medianOf(early) / medianOf(late);
    // a comparison that stops at the first difference of a long text would differ many times over
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });
});
