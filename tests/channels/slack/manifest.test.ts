// The manifests: in step with their one source, within Slack's rules, and naming exactly what the app uses.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { toManifest } from '../../../src/channels/slack/index.ts';
import { INTERNAL_SCOPES, OPTIONAL_SCOPES, REQUIRED_SCOPES } from '../../../src/channels/slack/manifest.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const baseUrl = 'https://zhize.example';
const files = [
  ['manifest.json', 'http'],
  ['docs/manifest.socket.json', 'socket'],
] as const;

describe.each(files)('%s', (file, mode) => {
  it('is what npm run manifest -- --write writes', () => {
    expect(readJson(file)).toEqual(toManifest({ mode, baseUrl }));
  });

  it('keeps the rules of Slack', () => {
    const validate = new Ajv({ allErrors: true }).compile(
      readJson('tests/fixtures/slack/manifest.schema.json') as object,
    );
    validate(readJson(file));
    expect(validate.errors ?? []).toEqual([]);
  });
});

describe('the rules of Slack', () => {
  it.each([
    [
      'a long name',
      (m: ReturnType<typeof toManifest>) => ({ ...m, display_information: { name: '长'.repeat(36) } }),
    ],
    ['an unknown field', (m: ReturnType<typeof toManifest>) => ({ ...m, colour: 'red' })],
    ['no metadata', (m: ReturnType<typeof toManifest>) => ({ ...m, _metadata: undefined })],
  ])('refuse %s', (_name, change) => {
    const validate = new Ajv().compile(readJson('tests/fixtures/slack/manifest.schema.json') as object);
    expect(validate(change(toManifest({ mode: 'http', baseUrl })))).toBe(false);
  });
});

describe('the manifest', () => {
  const http = toManifest({ mode: 'http', baseUrl: 'https://duty.county.example/' });
  const socket = toManifest({ mode: 'socket', baseUrl });

  it('sends everything to one address by HTTP, and nowhere by Socket Mode', () => {
    const url = 'https://duty.county.example/slack/events';
    expect(http.settings.event_subscriptions?.request_url).toBe(url);
    expect(http.settings.interactivity).toMatchObject({ request_url: url, message_menu_options_url: url });
    expect(http.features.slash_commands?.[0]?.url).toBe(url);
    expect(http.features.unfurl_domains).toEqual(['duty.county.example']);
    expect(JSON.stringify(socket)).not.toContain('/slack/events');
    expect(socket.settings.socket_mode_enabled).toBe(true);
    expect(http.settings.socket_mode_enabled).toBe(false);
  });

  it('asks for the least: every optional permission is marked so', () => {
    expect(http.oauth_config.scopes.bot).toEqual([...REQUIRED_SCOPES, ...OPTIONAL_SCOPES]);
    expect(http.oauth_config.scopes.bot_optional).toEqual([...OPTIONAL_SCOPES]);
    for (const scope of INTERNAL_SCOPES) expect(OPTIONAL_SCOPES).toContain(scope);
  });

  it('subscribes to what the code listens to', () => {
    const folder = path.join(ROOT, 'src/channels/slack/listeners');
    const code = readdirSync(folder)
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('\n');
    const heard = new Set(
      [...code.matchAll(/app\.event\('(?<name>[a-z_]+)'/g)].map((m) => m.groups?.['name']),
    );
    const subscribed = new Set(
      (http.settings.event_subscriptions?.bot_events ?? []).map((name) => name.split('.')[0]),
    );
    expect(heard).toEqual(subscribed);
  });

  it('is printed with the operator’s own address', { timeout: 30_000 }, () => {
    const printed = execFileSync(
      'npm',
      ['run', '-s', 'manifest', '--', '--base-url', 'https://duty.county.example'],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect(JSON.parse(printed)).toEqual(http);
  });
});
