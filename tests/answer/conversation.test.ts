import { describe, expect, it } from 'vitest';
import { findAnsweredRow, findLastExchange, looksLikeFollowUp } from '../../src/answer/conversation.ts';
import type { Turn } from '../../src/answer/index.ts';

const user = (content: string): Turn => ({ role: 'user', content });
const assistant = (content: string): Turn => ({ role: 'assistant', content });

describe('looksLikeFollowUp', () => {
  it.each([
    '那托格拉克乡呢?',
    '那谁罚',
    '这个要做什么',
    '也归公安局吗',
    '刚才那条原文',
    '还有呢',
    '阿拉甫乡呢',
  ])('%s goes on', (text) => {
    expect(looksLikeFollowUp(text)).toBe(true);
  });

  it.each(['烧麦秆冒烟归谁管', '高龄津贴没到账找谁', '', '塔县公安局管哪些'])('%j stands alone', (text) => {
    expect(looksLikeFollowUp(text)).toBe(false);
  });
});

describe('findAnsweredRow', () => {
  it.each([
    ['依据：《清单》配合履职事项第56项，第3—9行', { list: 'cooperative', no: 56 }],
    ['阿拉甫乡 上级部门收回事项 第12项', { list: 'reclaimed', no: 12 }],
    ['基本履职事项第7号', { list: 'basic', no: 7 }],
    ['基本 118 项、配合 96 项、收回 49 项，共 263 项。', null],
    ['没有找到', null],
    ['', null],
  ])('%s', (reply, row) => {
    expect(findAnsweredRow(reply)).toEqual(row);
  });
});

describe('findLastExchange', () => {
  it('the last question, its reply and what came before', () => {
    const history = [user('一'), assistant('答一'), user('二'), assistant('答二')];
    expect(findLastExchange(history)).toEqual({ question: '二', reply: '答二', before: history.slice(0, 2) });
  });

  it('a question without a reply', () => {
    expect(findLastExchange([user('一'), user('二')])).toEqual({
      question: '二',
      reply: null,
      before: [user('一')],
    });
  });

  it('nobody asked yet', () => {
    expect(findLastExchange([])).toBeNull();
    expect(findLastExchange([assistant('你好')])).toBeNull();
  });
});
