// 绑定, 解绑, 当前乡镇, 帮助: every way of saying them, who may, and what is no command.
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../src/channels/chat/commands.ts';
import { createTestChat, textOf } from '../../support/chat.ts';
import { createTestCorpus, OTHER_PUBLIC_ID, PUBLIC_ID } from '../../support/corpus.ts';

const { characters } = createTestCorpus().pipeline;

describe('a message is a command', () => {
  it.each([
    ['绑定阿拉甫乡', '阿拉甫乡'],
    ['绑定到阿拉甫乡', '阿拉甫乡'],
    ['绑定：阿拉甫乡。', '阿拉甫乡'],
    ['请帮我们绑定一下阿拉甫乡', '阿拉甫乡'],
    ['把本群绑定到“阿拉甫乡”', '阿拉甫乡'],
    ['切换到托格拉克乡', '托格拉克乡'],
    ['设置乡镇为阿拉甫乡', '阿拉甫乡'],
    ['绑定阿拉甫乡的履职清单', '阿拉甫乡'],
    ['绑定 疏勒县阿拉甫乡', '疏勒县阿拉甫乡'],
    ['绑定', ''],
  ])('bind: %s', (text, name) => {
    expect(parseCommand(text, characters)).toMatchObject({ type: 'bind', name });
  });

  it.each([
    ['我们是阿拉甫乡的', '阿拉甫乡', true],
    ['咱们是阿拉甫乡', '阿拉甫乡', true],
    ['本群是阿拉甫乡的工作群', '阿拉甫乡', true],
    ['我们在阿拉甫乡工作', '阿拉甫乡', true],
    ['我是阿拉甫乡的', '阿拉甫乡', false],
  ])('introduce: %s', (text, name, forAll) => {
    expect(parseCommand(text, characters)).toEqual({ type: 'introduce', name, forAll });
  });

  it.each(['解绑', '取消绑定', '解除绑定。', '请解绑'])('unbind: %s', (text) => {
    expect(parseCommand(text, characters)).toEqual({ type: 'unbind' });
  });

  it.each(['当前乡镇', '当前乡镇？', '绑定的是哪个乡镇', '现在绑定了哪个', '现在是哪个乡镇'])(
    'current: %s',
    (text) => {
      expect(parseCommand(text, characters)).toEqual({ type: 'current' });
    },
  );

  it.each(['帮助', 'help', '怎么用？', '？'])('help: %s', (text) => {
    expect(parseCommand(text, characters)).toEqual({ type: 'help' });
  });

  it.each([
    '烧秸秆归谁管',
    '我们是阿拉甫乡的，烧秸秆归谁管',
    '当前乡镇要做哪些防汛工作',
    '群众不会用手机缴医保怎么办',
    '解绑银行卡找谁',
    '绑定银行卡找谁',
    '设置路障归哪个部门管',
    '帮助残疾人申请补贴归谁管',
    '阿拉甫乡',
    '',
  ])('not: %s', (text) => {
    const command = parseCommand(text, characters);
    // “设置路障…” reads like a binding until the name is looked up
    expect(command === null || (command.type === 'bind' && !command.sure)).toBe(true);
  });
});

describe('binding', () => {
  it.each(['阿拉甫乡', '阿拉甫', '疏勒县阿拉甫乡', '疏勒县', '疏勒'])('takes the name %s', async (name) => {
    const chat = createTestChat();
    const outcome = await chat.say(`绑定${name}`);
    expect(outcome.documentId).toBe(PUBLIC_ID);
    expect(outcome.reply.headline).toContain('已绑定阿拉甫乡');
    expect(chat.service.boundTownship(chat.message(''))?.id).toBe(PUBLIC_ID);
    expect(chat.store.bindings.get('test:W1:G1')?.boundBy).not.toContain('P1');
  });

  it('is replaced, told and undone', async () => {
    const chat = createTestChat();
    expect(textOf(await chat.say('当前乡镇'))).toContain('还没有绑定');
    await chat.say('绑定阿拉甫乡');
    await chat.say('切换到阿扎特巴格镇');
    expect((await chat.say('当前乡镇')).reply.headline).toBe(
      '本会话绑定的是莎车县阿扎特巴格镇，2026年11月23日绑定。',
    );
    expect(textOf(await chat.say('解绑'))).toContain('已解绑阿扎特巴格镇');
    expect(chat.service.boundTownship(chat.message(''))).toBeNull();
    expect(textOf(await chat.say('解绑'))).toContain('还没有绑定');
  });

  it('by introducing oneself binds a conversation that has none, and only that', async () => {
    const chat = createTestChat();
    await chat.say('我们是阿拉甫乡的');
    expect(chat.service.boundTownship(chat.message(''))?.id).toBe(PUBLIC_ID);
    await chat.say('我们是阿扎特巴格镇的');
    expect(chat.service.boundTownship(chat.message(''))?.id).toBe(PUBLIC_ID);
    expect((await chat.say('高龄津贴找谁')).documentId).toBe(OTHER_PUBLIC_ID); // this thread
    expect((await chat.say('高龄津贴找谁', { thread: 'x' })).documentId).toBe(PUBLIC_ID);
  });

  it('without a name or with an unknown one offers the townships as buttons that bind', async () => {
    const chat = createTestChat();
    for (const text of ['绑定', '绑定桃花源镇']) {
      const outcome = await chat.say(text);
      const button = outcome.actions.find((action) => action.label === '阿拉甫乡');
      const bound = await chat.press(button?.state ?? '');
      expect(textOf(bound)).toContain('已绑定阿拉甫乡');
      await chat.say('解绑');
    }
  });

  it('is for the people of the list where there is one, except in their own direct conversation', async () => {
    const chat = createTestChat({ policy: { binders: ['test:boss', 'other:P1'] } });
    expect(textOf(await chat.say('绑定阿拉甫乡'))).toContain('只有指定的管理人员');
    expect(chat.service.boundTownship(chat.message(''))).toBeNull();
    await chat.say('绑定阿拉甫乡', { person: 'boss' });
    expect(textOf(await chat.say('解绑'))).toContain('只有指定的管理人员');
    expect(chat.service.boundTownship(chat.message(''))?.id).toBe(PUBLIC_ID);
    const direct = { conversation: 'P1', conversationKind: 'direct', thread: null } as const;
    expect(textOf(await chat.say('绑定阿拉甫乡', direct))).toContain('已绑定');
    expect(chat.log.some((line) => line.message.startsWith('binding refused'))).toBe(true);
    expect(JSON.stringify(chat.store.bindings.get('test:W1:P1'))).toBe('null'); // the person's name is hashed
  });

  it('by the button after a choice', async () => {
    const chat = createTestChat();
    const asked = await chat.say('烧秸秆归谁管');
    const chosen = await chat.press(asked.actions.find((a) => a.label === '阿拉甫乡')?.state ?? '');
    const bind = 'actions' in chosen ? chosen.actions.find((a) => a.type === 'bind') : undefined;
    expect(bind?.question).toBe('绑定阿拉甫乡');
    await chat.press(bind?.state ?? '');
    expect(chat.service.boundTownship(chat.message(''))?.id).toBe(PUBLIC_ID);
  });
});

describe('what only sounds like a command', () => {
  it.each(['设置路障归哪个部门管', '绑定银行卡找谁', '我们是来问烧秸秆的'])(
    'is a question: %s',
    async (text) => {
      const outcome = await createTestChat().say(text);
      expect(['not_listed', 'ambiguous_township', 'item', 'choice', 'off_topic']).toContain(
        outcome.reply.kind,
      );
    },
  );
});

describe('help', () => {
  it('shows how to ask, the townships and the commands', async () => {
    const outcome = await createTestChat().say('帮助');
    expect(textOf(outcome)).toContain('绑定某某乡');
    expect(textOf(outcome)).toContain('阿扎特巴格镇');
    expect(outcome.actions.every((action) => action.type === 'ask')).toBe(true);
    expect(outcome.actions.length).toBeGreaterThan(0);
  });
});
