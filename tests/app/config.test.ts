// The configuration: whole or refused with the variable's name, frozen, without secrets in words; .env.example in step.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig, Variables } from '../../src/app/config.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const load = (env: Record<string, string> = {}) => loadConfig(env, '/srv/duty-desk');

const AES = 'a'.repeat(43);

describe('without any variable', () => {
  it('serves on loopback, with no platform', () => {
    const { config, unknown } = load();
    expect(config.http).toEqual({ host: '127.0.0.1', port: 8787, trustProxy: false, metricsToken: null });
    expect(config.data.stateDir).toBe('/srv/duty-desk/var');
    expect(config.slack).toEqual({ enabled: false });
    expect(config.wecom.bot).toEqual({ enabled: false });
    expect(config.wecom.app).toEqual({ enabled: false });
    expect(config.chat.internalConversations).toEqual([]);
    expect(config.baseUrl).toBeNull();
    expect(unknown).toEqual([]);
  });

  it('takes empty values for none', () => {
    expect(load({ SLACK_BOT_TOKEN: '', DUTY_DESK_PORT: '  ' }).config).toEqual(load().config);
  });
});

describe('a configuration', () => {
  it('is frozen to its depths', () => {
    const { config } = load({ DUTY_DESK_BINDERS: 'slack:U1' });
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.chat.binders)).toBe(true);
  });

  it('reads lists, addresses and switches', () => {
    const { config } = load({
      DUTY_DESK_INTERNAL_CONVERSATIONS: 'slack:C1，wecom:*, slack:T1:C2',
      DUTY_DESK_BASE_URL: 'https://zhize.example/',
      DUTY_DESK_TRUST_PROXY: 'true',
      DUTY_DESK_STATE_DIR: '/var/lib/duty-desk',
      DUTY_DESK_READER_TOKENS: `${'a'.repeat(64)},${'b'.repeat(64)}`,
    });
    expect(config.chat.internalConversations).toEqual(['slack:C1', 'wecom:*', 'slack:T1:C2']);
    expect(config.baseUrl).toBe('https://zhize.example');
    expect(config.http.trustProxy).toBe(true);
    expect(config.data.stateDir).toBe('/var/lib/duty-desk');
    expect(config.web.readerTokenHashes).toHaveLength(2);
  });

  it('tells misspelt variables', () => {
    expect(load({ DUTY_DESK_PROT: '1', WECOM_BOTID: 'x', HOME: '/root' }).unknown).toEqual([
      'DUTY_DESK_PROT',
      'WECOM_BOTID',
    ]);
  });

  it('knows its secrets', () => {
    const { secrets } = load({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', DUTY_DESK_PORT: '80' });
    expect(new Set(secrets)).toEqual(new Set(['xapp-1', 'xoxb-1']));
  });
});

describe('Slack', () => {
  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, 'socket', 'token'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }, 'http', 'token'],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', SLACK_APP_TOKEN: 'xapp-1', SLACK_MODE: 'http' },
      'http',
      'token',
    ],
    [
      { SLACK_SIGNING_SECRET: 's', SLACK_CLIENT_ID: '1', SLACK_CLIENT_SECRET: '2', SLACK_STATE_SECRET: '3' },
      'http',
      'oauth',
    ],
  ])('is on with %o', (env, mode, by) => {
    expect(load(env).config.slack).toMatchObject({ enabled: true, receive: { mode }, install: { by } });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN：应以 xoxb- 开头'],
    [{ SLACK_MODE: 'socket', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }, 'SLACK_APP_TOKEN'],
    [{ SLACK_SIGNING_SECRET: 's', SLACK_CLIENT_ID: '1' }, 'SLACK_CLIENT_SECRET'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', SLACK_CLIENT_ID: '1' }, '二者取一'],
    [
      { SLACK_APP_TOKEN: 'xapp-1', SLACK_CLIENT_ID: '1', SLACK_CLIENT_SECRET: '2', SLACK_STATE_SECRET: '3' },
      'SLACK_MODE',
    ],
  ])('half configured with %o names %s', (env, named) => {
    expect(() => load(env)).toThrow(named);
  });
});

describe('WeCom', () => {
  it('takes each part by itself', () => {
    const app = {
      WECOM_CORP_ID: 'ww1',
      WECOM_AGENT_ID: '1000002',
      WECOM_APP_SECRET: 's',
      WECOM_APP_TOKEN: 't',
      WECOM_APP_AES_KEY: AES,
    };
    expect(load({ WECOM_BOT_ID: 'b', WECOM_BOT_SECRET: 's' }).config.wecom.bot).toMatchObject({
      mode: 'long-connection',
    });
    expect(load({ WECOM_BOT_TOKEN: 't', WECOM_BOT_AES_KEY: AES }).config.wecom.bot).toMatchObject({
      mode: 'callback',
    });
    expect(load(app).config.wecom.app).toMatchObject({ enabled: true, agentId: 1000002 });
    expect(load({ WECOM_BOT_NAMES: '履职问答， Duty Desk' }).config.wecom.botNames).toEqual([
      '履职问答',
      'Duty Desk',
    ]);
    expect(load({ WECOM_API_URL: 'https://wecom.gov.example/' }).config.wecom.apiUrl).toBe(
      'https://wecom.gov.example',
    );
  });

  it.each([
    [{ WECOM_BOT_ID: 'b' }, 'WECOM_BOT_SECRET'],
    [{ WECOM_BOT_TOKEN: 't' }, 'WECOM_BOT_AES_KEY'],
    [{ WECOM_BOT_ID: 'b', WECOM_BOT_SECRET: 's', WECOM_BOT_TOKEN: 't', WECOM_BOT_AES_KEY: AES }, '二者取一'],
    [{ WECOM_APP_SECRET: 's' }, 'WECOM_CORP_ID'],
    [{ WECOM_BOT_TOKEN: 't', WECOM_BOT_AES_KEY: 'a'.repeat(42) }, '43 位'],
  ])('half configured with %o names %s', (env, named) => {
    expect(() => load(env)).toThrow(named);
  });
});

describe('what is wrong', () => {
  it('is named with all its faults at once, in Chinese, and never with the value', () => {
    const env = {
      DUTY_DESK_PORT: '70000',
      DUTY_DESK_LOG_LEVEL: 'loud',
      DUTY_DESK_READER_TOKENS: 'plain-text-password',
      DUTY_DESK_SIGNING_KEY: 'short-secret',
      DUTY_DESK_BASE_URL: 'zhize.example',
      DUTY_DESK_TRUST_PROXY: 'maybe',
      DUTY_DESK_BINDERS: 'zhangsan',
      WECOM_AGENT_ID: 'abc',
    };
    let message = '';
    try {
      load(env);
    } catch (error) {
      message = error instanceof Error ? error.message : '';
    }
    for (const name of Object.keys(env)) expect(message).toContain(name);
    expect(message).toContain('有 8 处要改');
    for (const secret of ['plain-text-password', 'short-secret']) expect(message).not.toContain(secret);
    expect(message).not.toMatch(/Invalid|expected|Too /);
  });
});

describe('.env.example', () => {
  const example = readFileSync(path.join(ROOT, '.env.example'), 'utf8');
  const named = [...example.matchAll(/^(?<name>[A-Z][A-Z0-9_]*)=(?<value>.*)$/gm)];

  it('names every variable once, and no other', () => {
    const names = named.map((match) => match.groups?.['name'] ?? '');
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(names)).toEqual(new Set(Object.keys(Variables.shape)));
  });

  it('sets nothing by itself and is a valid configuration', () => {
    expect(named.filter((match) => match.groups?.['value'] !== '')).toEqual([]);
  });
});
