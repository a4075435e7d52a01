// What a tap does: pages in place, choices, other townships, the citation, opinions; and that nothing of it is trusted.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../../../src/duty/index.ts';
import { PUBLIC_ID } from '../../support/corpus.ts';
import { CHANNEL, click, mention, suggestion, type Clickable } from '../../support/slack/payloads.ts';
import type { Call } from '../../support/slack/fake-slack.ts';
import { buttonOf, clickables, optionsOf, read, startRig, type Rig } from '../../support/slack/rig.ts';

let rig: Rig;
const begin = async (change?: (item: Item) => Item): Promise<void> => {
  rig = await startRig(change ? { change } : {});
};
beforeEach(() => begin());
afterEach(() => rig.stop());

const QUESTION = '阿拉甫乡烧秸秆归谁管';
const posted = () => rig.slack.done('chat.postMessage');
const responses = () => rig.slack.done('response_url');

async function ask(text = QUESTION): Promise<{ answer: Call | undefined; ts: string; thread: string }> {
  const event = mention(text);
  await rig.event(event);
  const answer = posted().at(-1);
  return { answer, ts: String(answer?.args['ts']), thread: String(event['ts']) };
}
const tap = (
  button: Clickable,
  where: { ts: string; thread?: string; ephemeral?: boolean },
): Promise<unknown> => rig.interact(click(button, where, rig.slack.responseUrl()));

const POINTS = Array.from(
  { length: 60 },
  (_, i) => `${i + 1}.负责秸秆露天焚烧的第${i + 1}项监督检查，${'依法查处'.repeat(12)}；`,
);
const long = (item: Item): Item =>
  item.id === `${PUBLIC_ID}-c1`
    ? {
        ...item,
        upstreamSections: [
          { heading: '县农业农村局：', organisations: [], points: POINTS.map((text) => ({ text })) },
        ],
      }
    : item;

describe('「全文」', () => {
  it('pages a long row in place, loses no word, and folds again', async () => {
    await rig.stop();
    await begin(long);
    const { answer, ts, thread } = await ask();
    expect(read(answer).text.length).toBeLessThan(4000);
    expect(read(answer).text).toContain('点“全文”看全部');
    let shown = '';
    let button = buttonOf(answer, '全文');
    for (let i = 0; i < 10; i++) {
      await tap(button, { ts, thread });
      const page = responses().at(-1);
      expect(page?.args['replace_original']).toBe(true);
      shown += read(page).text;
      if (!clickables(page).some(({ label }) => label === '下一页')) break;
      button = buttonOf(page, '下一页');
    }
    for (const point of POINTS) expect(shown).toContain(point);
    const last = responses().at(-1);
    expect(clickables(last).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['上一页', '收起', '换乡镇', '有用']),
    );
    await tap(buttonOf(last, '收起'), { ts, thread });
    expect(read(responses().at(-1)).text).toBe(read(answer).text);
    expect(posted()).toHaveLength(1);
  });

  it('is not offered where nothing is folded', async () => {
    const { answer } = await ask('阿拉甫乡配合3');
    expect(clickables(answer).map(({ label }) => label)).not.toContain('全文');
  });

  it('goes by chat.update when the response address has run out', async () => {
    await rig.stop();
    await begin(long);
    const { answer, ts, thread } = await ask();
    rig.slack.trouble('response_url', { error: 'expired_url' });
    await tap(buttonOf(answer, '全文'), { ts, thread });
    expect(rig.slack.done('chat.update')[0]?.args).toMatchObject({ channel: CHANNEL, ts });
  });
});

describe('choices', () => {
  it('open the row that is meant, in the thread', async () => {
    const { answer, ts, thread } = await ask('阿拉甫乡 秸秆');
    const option = clickables(answer).find(({ action_id: id }) => id.startsWith('open-item'));
    expect(option).toBeDefined();
    await tap(buttonOf(answer, option?.label ?? ''), { ts, thread });
    expect(posted()[1]?.args).toMatchObject({ channel: CHANNEL, thread_ts: thread });
    expect(clickables(posted()[1]).map(({ label }) => label)).toContain('复制引用');
  });

  it('tapped twice answer once', async () => {
    const { answer, ts, thread } = await ask('阿拉甫乡 秸秆');
    const option = clickables(answer).find(({ action_id: id }) => id.startsWith('open-item'));
    const button = buttonOf(answer, option?.label ?? '');
    await Promise.all([tap(button, { ts, thread }), tap(button, { ts, thread })]);
    expect(posted()).toHaveLength(2);
  });
});

describe('「换乡镇」', () => {
  it('offers the townships to the person and answers everybody', async () => {
    const { answer, ts, thread } = await ask();
    await tap(buttonOf(answer, '换乡镇'), { ts, thread });
    const [offer] = responses();
    expect(offer?.args).toMatchObject({ response_type: 'ephemeral', thread_ts: thread });
    // Slack brings no message along with a click on one that only one person sees
    await tap(buttonOf(offer, '阿扎特巴格镇'), { ts: '1764000900.000300', ephemeral: true });
    expect(posted()[1]?.args).toMatchObject({ channel: CHANNEL, thread_ts: thread });
    expect(read(posted()[1]).text).toContain('秸秆、垃圾露天焚烧的监管');
  });
});

describe('a picker of townships', () => {
  const pick = (typed: string) => rig.interact(suggestion('pick-township:', typed));

  it.each([
    ['nothing yet', '', ['阿拉甫乡（疏勒县）', '阿扎特巴格镇（莎车县）']],
    ['the first character', '拉', ['阿拉甫乡（疏勒县）']],
    ['a county', '莎', ['阿扎特巴格镇（莎车县）']],
    ['pinyin', 'ala', ['阿拉甫乡（疏勒县）']],
    ['a place that has no list here', '上海', []],
  ])('finds by %s', async (_name, typed, expected) => {
    expect(optionsOf(await pick(typed)).map(({ text }) => text)).toEqual(expected);
  });

  it('never offers an internal list where it must not be seen', async () => {
    expect(optionsOf(await pick('科'))).toEqual([]);
  });

  it('answers the question again for what was picked', async () => {
    const event = mention('烧秸秆归谁管');
    await rig.event(event);
    const [asked] = posted();
    const questionId = rig.store.questions.list(0, 1)[0]?.id ?? '';
    const [option] = optionsOf(await rig.interact(suggestion(`pick-township:${questionId}`, '阿扎')));
    await tap(
      {
        type: 'external_select',
        action_id: `pick-township:${questionId}`,
        block_id: 'x',
        selected_option: { value: option?.value ?? '' },
      },
      { ts: String(asked?.args['ts']), thread: String(event['ts']) },
    );
    expect(read(responses()[0]).text).toContain('秸秆、垃圾露天焚烧的监管');
  });
});

describe('「复制引用」', () => {
  it('shows a plain citation that brings the row back when it is pasted', async () => {
    const { answer, ts, thread } = await ask();
    await tap(buttonOf(answer, '复制引用'), { ts, thread });
    const [opened] = rig.slack.done('views.open');
    const citation = read(opened).text;
    expect(citation).toContain('秸秆露天焚烧的监管：上级部门牵头');
    expect(citation).toContain('配合履职事项第1项');
    await rig.event(mention(citation.slice(citation.indexOf('秸秆露天'))));
    expect(read(posted()[1]).text).toContain('2.对露天焚烧秸秆的行为依法查处。');
    expect(posted()[1]?.args['text']).toBe(posted()[0]?.args['text']);
  });

  it('comes as a message when the window missed its moment', async () => {
    const { answer, ts, thread } = await ask();
    rig.slack.trouble('views.open', { error: 'expired_trigger_id' });
    await tap(buttonOf(answer, '复制引用'), { ts, thread });
    expect(responses()[0]?.args).toMatchObject({ response_type: 'ephemeral' });
    expect(JSON.stringify(responses()[0]?.args['blocks'])).toContain('rich_text_preformatted');
  });
});

describe('an opinion', () => {
  it.each([
    ['有用', 'good'],
    ['不对', 'bad'],
  ])('%s is kept and thanked for', async (label, value) => {
    const { answer, ts, thread } = await ask();
    await tap(buttonOf(answer, label), { ts, thread });
    expect(rig.store.feedback.list(0, 10)).toMatchObject([{ value, platform: 'slack' }]);
    expect(read(responses()[0]).text).toContain('谢谢');
    expect(JSON.stringify(rig.store.feedback.list(0, 10))).not.toContain('U0000000001');
  });
});

describe('a state that is not ours', () => {
  it.each(['o~shule-alafu-2025-c1~AAAAAAAAAAAAAAAA', '', 'x', '<!channel>'])(
    'does nothing: %s',
    async (value) => {
      const { answer, ts, thread } = await ask();
      await tap({ ...buttonOf(answer, '换乡镇'), value }, { ts, thread });
      expect(posted()).toHaveLength(1);
      for (const response of responses()) expect(read(response).text).toContain('无法识别');
    },
  );

  it('from another conversation says that it has run out', async () => {
    const { answer, ts } = await ask();
    const payload = click(
      buttonOf(answer, '换乡镇'),
      { ts, channel: 'C0000000002' },
      rig.slack.responseUrl(),
    );
    await rig.interact(payload);
    expect(read(responses()[0]).text).toContain('过期');
  });

  it('in a click of another form is acknowledged and forgotten', async () => {
    const { answer, ts } = await ask();
    const payload = click(buttonOf(answer, '换乡镇'), { ts }, rig.slack.responseUrl(), { container: 'gone' });
    const { status } = (await rig.interact(payload)) as { status: number };
    expect(status).toBe(200);
  });
});
