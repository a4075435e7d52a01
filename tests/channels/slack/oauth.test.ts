// Several workspaces by OAuth: installed in the browser, kept sealed over restarts, each answered with its own token.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeSlack, TEAM, type FakeSlack } from '../../support/slack/fake-slack.ts';
import { eventBody, mention } from '../../support/slack/payloads.ts';
import { startRig, type Rig } from '../../support/slack/rig.ts';

let slack: FakeSlack;
let stateDir: string;
let rig: Rig;
beforeEach(async () => {
  slack = await startFakeSlack();
  stateDir = mkdtempSync(path.join(tmpdir(), 'duty-desk-oauth-'));
  rig = await startRig({ oauth: true, slack, stateDir });
});
afterEach(async () => {
  await rig.stop();
  await slack.stop();
  rmSync(stateDir, { recursive: true, force: true });
});

const QUESTION = '阿拉甫乡烧秸秆归谁管';

/** What a browser does; the fake gives a workspace for a code. */
async function install(team: string, tamper = (state: string) => state): Promise<Response> {
  const begun = await fetch(`${rig.url}/slack/install`, { redirect: 'manual' });
  const address = new URL(begun.headers.get('location') ?? '');
  const state = address.searchParams.get('state') ?? '';
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return fetch(`${rig.url}/slack/oauth_redirect?code=${team}&state=${encodeURIComponent(tamper(state))}`, {
    headers: { cookie },
  });
}

const eventOf = (team: string): Record<string, unknown> => ({
  team_id: team,
  authorizations: [
    {
      enterprise_id: null,
      team_id: team,
      user_id: 'U00000000B0',
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
});

describe('an installation', () => {
  it('begins at Slack with the permissions of the manifest', async () => {
    const begun = await fetch(`${rig.url}/slack/install`, { redirect: 'manual' });
    const address = new URL(begun.headers.get('location') ?? '');
    expect(begun.status).toBe(302);
    expect(address.origin + address.pathname).toBe('https://slack.com/oauth/v2/authorize');
    expect(address.searchParams.get('scope')?.split(',')).toEqual(
      expect.arrayContaining(['app_mentions:read', 'links:write', 'assistant:write']),
    );
    expect(begun.headers.get('set-cookie')).toContain('HttpOnly');
  });

  it('answers each workspace with its own token', async () => {
    expect(rig.channel.health().detail).toContain('/slack/install');
    for (const team of [TEAM, 'T0000000002']) {
      const done = await install(team);
      expect(done.status).toBe(200);
      expect(await done.text()).toContain('安装好了');
    }
    expect(rig.channel.health()).toMatchObject({ state: 'ok' });
    await rig.event(mention(QUESTION));
    await rig.event(mention(QUESTION), eventOf('T0000000002'));
    expect(slack.done('chat.postMessage').map(({ token }) => token)).toEqual([
      `xoxb-oauth-${TEAM}`,
      'xoxb-oauth-T0000000002',
    ]);
  });

  it('keeps bindings of workspaces apart', async () => {
    await install(TEAM);
    await install('T0000000002');
    await rig.event(mention('绑定阿拉甫乡'));
    await rig.event(mention('当前乡镇'), eventOf('T0000000002'));
    expect(slack.done('chat.postMessage')[1]?.args['text']).toContain('还没有绑定');
  });

  it('outlives a restart and is not readable on the disk', async () => {
    await install(TEAM);
    await rig.stop();
    const kept = readdirSync(stateDir).map((name) =>
      readFileSync(path.join(stateDir, name)).toString('latin1'),
    );
    expect(kept.join('')).not.toContain('xoxb-oauth');
    rig = await startRig({ oauth: true, slack, stateDir });
    await rig.event(mention(QUESTION));
    expect(slack.done('chat.postMessage')).toHaveLength(1);
  });

  it.each([
    ['with a state that is not ours', (state: string) => `${state}x`],
    ['without a state', () => ''],
  ])('%s is refused', async (_name, tamper) => {
    const done = await install(TEAM, tamper);
    expect(done.status).toBe(400);
    expect(await done.text()).toContain('没有安装成功');
    expect(rig.store.installations.keys('slack')).toEqual([]);
  });

  it('ends when the app is removed', async () => {
    await install(TEAM);
    await rig.event({ type: 'app_uninstalled', event_ts: '1.1' });
    expect(rig.store.installations.keys('slack')).toEqual([]);
    const { status } = await rig.post(JSON.stringify(eventBody(mention(QUESTION))));
    await rig.settle();
    expect(status).toBe(200);
    expect(slack.done('chat.postMessage')).toEqual([]);
  });

  it('without some permissions is stored, and the log says which', async () => {
    slack.scopes = ['chat:write'];
    await install(TEAM);
    expect(rig.log.find(({ message }) => message.includes('lacks permissions'))?.fields['missing']).toContain(
      'commands',
    );
  });
});
