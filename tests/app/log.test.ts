// The log: no secret gets through, wherever it stands.
import { describe, expect, it } from 'vitest';
import { createLogger, createScrubber } from '../../src/app/log.ts';

function createLog(secrets: string[] = []) {
  const lines: string[] = [];
  const log = createLogger({ level: 'debug', secrets, sink: { write: (line) => lines.push(line) } });
  return { log, lines };
}

describe('the log', () => {
  it('is one JSON object a line', () => {
    const { log, lines } = createLog();
    log.child({ room: 'chat' }).info({ documents: 5 }, 'started');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'info',
      room: 'chat',
      documents: 5,
      message: 'started',
    });
  });

  it('hides configured secrets in fields, errors and addresses', () => {
    const secret = 'k3y/with+odd"chars';
    const { log, lines } = createLog([secret, 'abcdef0123456789,fedcba9876543210']);
    log.info({ a: secret, nested: { deep: [`x ${secret} y`] } }, `message ${secret}`);
    log.error({ err: new Error(`failed at https://a.example/?q=${encodeURIComponent(secret)}`) }, 'x');
    log.warn({ header: 'abcdef0123456789' }, 'one of a list');
    const all = lines.join('');
    expect(all).not.toContain('k3y/with');
    expect(all).not.toContain(encodeURIComponent(secret));
    expect(all).not.toContain('abcdef0123456789');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toHaveLength(3);
  });

  it('hides fields named like secrets or people’s words', () => {
    const { log, lines } = createLog();
    log.info(
      { token: 'aaa', request: { authorization: 'bbb' }, event: { text: '张三家', question: '李四' } },
      'x',
    );
    expect(lines[0]).not.toMatch(/aaa|bbb|张三|李四/);
  });

  it.each([
    'https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=ww1&corpsecret=S3CRET_value',
    'https://qyapi.weixin.qq.com/cgi-bin/message/send?access_token=S3CRET_value&debug=1',
    'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=S3CRET_value',
    'https://hooks.slack.com/commands/T1/2/S3CRET_value',
    'https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=S3CRET_value',
    'Authorization: Bearer S3CRET_value',
    'token xoxb-1234-5678-S3CRETvalue end',
    'xapp-1-A0123-456-S3CRETvalue',
    'xoxe.xoxb-1-S3CRETvalue',
  ])('hides what looks like one: %s', (text) => {
    expect(createScrubber([])(text)).not.toMatch(/S3CRET/);
  });

  it('leaves other text alone', () => {
    const text = '{"message":"started","path":"/i/shule-alafu-2025-c62?k=1","channels":["slack"]}';
    expect(createScrubber(['', 'short'])(text)).toBe(text);
  });
});
