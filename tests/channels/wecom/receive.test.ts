// From what WeCom sends to the union: nothing that comes may throw, and each kind is known by its fields.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAppMessage, parseBotBody, toBotEvent } from '../../../src/channels/wecom/receive.ts';
import { appText, appXml, botEvent, botText } from '../../support/wecom/channel.ts';

describe('the bot’s callbacks', () => {
  it('never throw', () => {
    fc.assert(fc.property(fc.anything(), (value) => void toBotEvent(value)));
    fc.assert(fc.property(fc.string(), (text) => void parseBotBody(text)));
    const field = fc.constantFrom(
      'msgid',
      'msgtype',
      'text',
      'from',
      'event',
      'chatid',
      'chattype',
      'quote',
      'stream',
    );
    const part = fc.dictionary(
      field,
      fc.oneof(fc.anything(), fc.constantFrom('text', 'event', 'group', 'stream')),
    );
    fc.assert(
      fc.property(part, (value) => void toBotEvent(value)),
      { numRuns: 500 },
    );
  });

  it('tell group from single, and name the message by its msgid', () => {
    expect(toBotEvent(botText('1', 'x'))).toMatchObject({
      kind: 'question',
      place: { chatType: 'group', chatId: 'G1', userId: 'zhangsan' },
      keys: ['m:1'],
    });
    const single = botText('1', 'x', { chattype: 'single', chatid: undefined });
    expect(toBotEvent(single)).toMatchObject({ place: { chatType: 'single', chatId: 'zhangsan' } });
  });

  it('keep events without a msgid apart by what they are', () => {
    const keys = (type: string) => {
      const event = toBotEvent({ ...botEvent('', type), msgid: undefined });
      return 'keys' in event ? event.keys : [];
    };
    expect(keys('enter_chat')[0]).toMatch(/^e:zhangsan:\d+:enter_chat$/u);
  });

  it.each([
    ['without a person', { ...botText('1', 'x'), from: undefined }],
    ['of a group without its id', { ...botText('1', 'x'), chatid: undefined, chattype: 'group' }],
    ['without a msgid', { ...botText('1', 'x'), msgid: undefined }],
    ['of feedback of an unknown type', botEvent('1', 'feedback_event', { id: 'q', type: 9 })],
  ])('%s are ignored', (_name, body) => {
    expect(toBotEvent(body)).toMatchObject({ kind: 'ignored' });
  });
});

describe('the app’s callbacks', () => {
  it('never throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseAppMessage(text)));
  });

  it('keep a MsgId beyond 2^53 as it is', () => {
    expect(parseAppMessage(appText('4561255354251345929', 'x'))).toMatchObject({
      keys: ['m:4561255354251345929'],
    });
  });

  it.each([
    ['subscribe', { MsgType: 'event', Event: 'subscribe' }],
    ['LOCATION', { MsgType: 'event', Event: 'LOCATION' }],
    ['view', { MsgType: 'event', Event: 'view', EventKey: 'https://x' }],
    ['low_active', { MsgType: 'event', Event: 'low_active' }],
  ])('of the event %s are ignored', (what, fields) => {
    expect(parseAppMessage(appXml(fields))).toEqual({ kind: 'ignored', what });
  });
});
