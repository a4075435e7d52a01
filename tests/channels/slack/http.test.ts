// The door: what is let in, what is acknowledged, how fast, on the one port that everything shares.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventBody, mention } from '../../support/slack/payloads.ts';
import { sign, SIGNING_SECRET, startRig, type Rig } from '../../support/slack/rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const now = (): number => Math.floor(Date.now() / 1000);
const body = (): string => JSON.stringify(eventBody(mention('阿拉甫乡烧秸秆归谁管')));

describe('requests', () => {
  it('answers the check of the address', async () => {
    const { status, body: answer } = await rig.post(
      JSON.stringify({ type: 'url_verification', challenge: 'abc' }),
    );
    expect(status).toBe(200);
    expect(JSON.parse(answer)).toEqual({ challenge: 'abc' });
  });

  it.each([
    ['another secret', (text: string) => sign(text, now(), 'another')],
    ['another body', () => sign('{}')],
    ['an old time', (text: string) => sign(text, now() - 400)],
    ['a time to come', (text: string) => sign(text, now() + 400)],
    ['no signature', () => ({ 'x-slack-signature': '' })],
    ['a time that is none', (text: string) => ({ ...sign(text), 'x-slack-request-timestamp': 'soon' })],
  ])('signed with %s are refused', async (_name, headers) => {
    const text = body();
    expect((await rig.post(text, headers(text))).status).toBe(401);
    await rig.settle();
    expect(rig.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });

  it('without any header of Slack are refused', async () => {
    const response = await fetch(`${rig.url}/slack/events`, { method: 'POST', body: body() });
    expect(response.status).toBe(401);
  });

  it('larger than Slack sends are refused', async () => {
    const text = JSON.stringify({ filler: 'x'.repeat(1_100_000) });
    expect((await rig.post(text)).status).toBe(413);
  });

  it('that are no JSON are refused', async () => {
    expect((await rig.post('{')).status).toBe(400);
  });

  it('of an unknown kind are acknowledged and forgotten', async () => {
    expect((await rig.event({ type: 'reaction_added', user: 'U1', event_ts: '1.1' })).status).toBe(200);
  });

  it('in a form with a character set are read', async () => {
    const text = new URLSearchParams({ ssl_check: '1' }).toString();
    const { status } = await rig.post(text, {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    });
    expect(status).toBe(200);
  });

  it('elsewhere on the port go to the page', async () => {
    expect(await (await fetch(`${rig.url}/elsewhere`)).text()).toBe('page');
    expect((await fetch(`${rig.url}/healthz`)).status).toBe(200);
  });

  it('are acknowledged before the answer is posted', async () => {
    rig.slack.trouble('chat.postMessage', 'hold');
    const started = Date.now();
    const { status } = await rig.post(body());
    expect(status).toBe(200);
    expect(Date.now() - started).toBeLessThan(3000);
    expect(rig.slack.done('chat.postMessage')).toEqual([]);
    while (!rig.slack.calls.some(({ method }) => method === 'chat.postMessage')) await sleep(5);
    rig.slack.release();
    await rig.settle();
    expect(rig.slack.done('chat.postMessage')).toHaveLength(1);
  });

  it('after the end of service are refused, so that Slack brings them again', async () => {
    await rig.channel.stop();
    const text = body();
    const response = await fetch(`${rig.url}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...sign(text, now(), SIGNING_SECRET) },
      body: text,
    });
    expect(response.status).toBe(503);
  });
});
