// The form of the global shortcut, the Home tab, prompts, and cards under links.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BASE_URL } from '../../support/chat.ts';
import { INTERNAL_ID, OTHER_PUBLIC_ID, PUBLIC_ID } from '../../support/corpus.ts';
import type { Args, Call } from '../../support/slack/fake-slack.ts';
import {
  CHANNEL,
  DIRECT,
  directMessage,
  globalShortcut,
  homeOpened,
  linkShared,
  mention,
  submission,
  suggestion,
  USER,
  viewClick,
} from '../../support/slack/payloads.ts';
import { checkView, readBlocks } from '../../support/slack/block-kit.ts';
import { buttonOf, clickables, optionsOf, read, startRig, type Rig } from '../../support/slack/rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const QUESTION = '烧秸秆归谁管';
const done = (method: string): Call[] => rig.slack.done(method);

describe('the global shortcut', () => {
  it('opens a form with a picker that works from the first character', async () => {
    await rig.interact(globalShortcut());
    const view = done('views.open')[0]?.args['view'] as Args;
    expect(view['callback_id']).toBe('duty_form');
    const [option] = optionsOf(
      await rig.interact(
        suggestion('form-township', '阿扎', {
          channel: undefined,
          view: { id: 'V1', type: 'modal', ...view },
        }),
      ),
    );
    expect(option).toEqual({ text: '阿扎特巴格镇（莎车县）', value: OTHER_PUBLIC_ID });
  });

  it('begins with the township of the person’s direct conversation', async () => {
    await rig.event(directMessage('绑定阿拉甫乡'));
    await rig.interact(globalShortcut());
    expect(JSON.stringify(done('views.open')[0]?.args['view'])).toContain('"value":"shule-alafu-2025"');
  });

  it('whose window missed its moment says so', async () => {
    rig.slack.trouble('views.open', { error: 'expired_trigger_id' });
    await rig.interact(globalShortcut());
    expect(done('chat.postMessage')[0]?.args['channel']).toBe(USER);
    expect(read(done('chat.postMessage')[0]).text).toContain('窗口没来得及打开');
  });

  it('answers in the window', async () => {
    const { status, body } = await rig.interact(
      submission({ question: QUESTION, township: PUBLIC_ID }, null),
    );
    expect(status).toBe(200);
    const answer = JSON.parse(body) as { response_action: string; view: Args };
    expect(answer.response_action).toBe('update');
    expect(checkView(answer.view)).toEqual([]);
    expect(readBlocks(answer.view['blocks']).text).toContain('秸秆露天焚烧的监管');
    expect(done('chat.postMessage')).toEqual([]);
    // and goes on there
    const call: Call = { method: 'ack', args: { view: answer.view }, token: '', at: 0, path: '', ok: true };
    expect(clickables(call).map(({ label }) => label)).not.toContain('发到频道');
    await rig.interact(viewClick(buttonOf(call, '复制引用'), answer.view));
    expect(read(done('views.push')[0]).text).toContain('配合履职事项第1项');
    await rig.interact(viewClick(buttonOf(call, '有用'), answer.view));
    expect(rig.store.feedback.list(0, 10)).toHaveLength(1);
    await rig.interact(viewClick(buttonOf(call, '换乡镇'), answer.view));
    expect(clickables(done('views.push').at(-1)).map(({ label }) => label)).toContain('阿扎特巴格镇');
  });

  it('answers in the conversation that was picked, whose thread goes on', async () => {
    const form = submission(
      { question: QUESTION, township: PUBLIC_ID, conversation: CHANNEL },
      rig.slack.responseUrl(),
    );
    const { body } = await rig.interact(form);
    expect(body).toBe('');
    const [answer] = done('chat.postMessage');
    expect(answer?.args).toMatchObject({ channel: CHANNEL });
    await rig.event(mention('那阿扎特巴格镇呢', { thread_ts: answer?.args['ts'] }));
    expect(read(done('chat.postMessage')[1]).text).toContain('秸秆、垃圾露天焚烧的监管');
  });

  it('answers by the response address where the bot is no member', async () => {
    rig.slack.strangers.add(CHANNEL);
    await rig.interact(
      submission({ question: QUESTION, township: PUBLIC_ID, conversation: CHANNEL }, rig.slack.responseUrl()),
    );
    expect(done('response_url')[0]?.args).toMatchObject({ response_type: 'in_channel' });
  });

  it('does not take a township that may not be seen', async () => {
    const { body } = await rig.interact(submission({ question: QUESTION, township: INTERNAL_ID }, null));
    expect(body).not.toContain('科克亚尔');
  });
});

describe('the Home tab', () => {
  it('shows township, ways to ask, recent questions, lists with edition and audit', async () => {
    await rig.event(directMessage('绑定阿拉甫乡'));
    await rig.event(directMessage(QUESTION));
    await rig.event(homeOpened('home'));
    const { text } = read(done('views.publish')[0]);
    expect(done('views.publish')[0]?.args['user_id']).toBe(USER);
    expect(text).toContain('当前乡镇：疏勒县阿拉甫乡');
    expect(text).toContain('/duty');
    expect(text).toContain(QUESTION);
    expect(text).toContain(
      '《喀什地区疏勒县阿拉甫乡履职事项清单》（2025年7月）：基本 2、配合 3、收回 2 项；核对存疑 2 处',
    );
    expect(text).toContain('未附核对结果');
    expect(text).not.toContain('科克亚尔');
  });

  it('sets the township by a pick and shows it at once', async () => {
    await rig.event(homeOpened('home'));
    const view = done('views.publish')[0]?.args['view'] as Args;
    const inHome = { ...view, type: 'home' };
    const [option] = optionsOf(
      await rig.interact(
        suggestion('home-township', '阿扎', { channel: undefined, view: { id: 'V1', ...inHome } }),
      ),
    );
    await rig.interact(
      viewClick(
        {
          type: 'external_select',
          action_id: 'home-township',
          block_id: 'home-township',
          selected_option: { value: option?.value ?? '' },
        },
        inHome,
      ),
    );
    expect(read(done('views.publish')[1]).text).toContain('当前乡镇：莎车县阿扎特巴格镇');
    expect(done('chat.postMessage')).toEqual([]);
    await rig.event(directMessage(QUESTION));
    expect(read(done('chat.postMessage')[0]).text).toContain('秸秆、垃圾露天焚烧的监管');
  });

  it('asks again with one tap; the answer comes as a message', async () => {
    await rig.event(homeOpened('home'));
    const view = done('views.publish')[0]?.args['view'] as Args;
    const example = clickables(done('views.publish')[0]).find(({ action_id: id }) => id.startsWith('ask:'));
    if (!example) throw new Error('no example');
    const { label: _label, ...button } = example;
    await rig.interact(viewClick(button, { ...view, type: 'home' }));
    expect(done('chat.postMessage')[0]?.args).toMatchObject({ channel: USER });
    expect(read(done('chat.postMessage')[0]).text).toContain('秸秆露天焚烧的监管');
  });

  it('of the messages suggests prompts', async () => {
    await rig.event(homeOpened('messages'));
    const [set] = done('assistant.threads.setSuggestedPrompts');
    expect(set?.args['channel_id']).toBe(DIRECT);
    const prompts = set?.args['prompts'] as { title: string; message: string }[];
    expect(prompts.length).toBeGreaterThan(1);
    expect(prompts.length).toBeLessThanOrEqual(4);
    expect(prompts[0]?.message).toContain('烧秸秆');
  });
});

describe('a link to an item', () => {
  const link = `${BASE_URL}/i/${PUBLIC_ID}-c1`;

  it('unfolds into its card', async () => {
    const event = linkShared([link, 'https://elsewhere.example/i/shule-alafu-2025-c1', `${BASE_URL}/about`]);
    await rig.event(event);
    const [unfurl] = done('chat.unfurl');
    expect(unfurl?.args).toMatchObject({ unfurl_id: event['unfurl_id'], source: 'conversations_history' });
    const cards = unfurl?.args['unfurls'] as Record<string, Args>;
    expect(Object.keys(cards)).toEqual([link]);
    expect(readBlocks(cards[link]?.['blocks']).text).toContain('秸秆露天焚烧的监管');
  });

  it('unfolds by channel and time where Slack gives no id', async () => {
    const event = linkShared([link], { unfurl_id: undefined, source: undefined });
    await rig.event(event);
    expect(done('chat.unfurl')[0]?.args).toMatchObject({ channel: CHANNEL, ts: event['message_ts'] });
  });

  it.each([
    ['an internal list', `${BASE_URL}/i/${INTERNAL_ID}-c1`],
    ['a row that does not exist', `${BASE_URL}/i/${PUBLIC_ID}-c999`],
    ['another host that looks alike', `${BASE_URL}.evil.example/i/${PUBLIC_ID}-c1`],
  ])('to %s stays as it is', async (_name, url) => {
    await rig.event(linkShared([url]));
    expect(done('chat.unfurl')).toEqual([]);
  });
});
