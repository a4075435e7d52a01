// Taking the bot's name out of a text, and nobody else's.
import { describe, expect, it } from 'vitest';
import { createMentionStripper } from '../../../src/channels/wecom/mentions.ts';

const strip = createMentionStripper(['履职问答', 'Duty Desk', '履职']);

describe('in a group', () => {
  it.each([
    ['@履职问答 烧秸秆归谁管', '烧秸秆归谁管'],
    ['@履职问答\u2005烧秸秆归谁管', '烧秸秆归谁管'],
    ['@履职问答\u00a0\u2006 烧秸秆归谁管', '烧秸秆归谁管'],
    ['＠履职问答 烧秸秆归谁管', '烧秸秆归谁管'],
    ['烧秸秆归谁管 @履职问答', '烧秸秆归谁管'],
    ['烧秸秆@履职问答 归谁管', '烧秸秆 归谁管'],
    ['烧秸秆归谁管@履职问答', '烧秸秆归谁管'],
    ['@履职问答，烧秸秆归谁管', '，烧秸秆归谁管'],
    ['@Duty Desk 烧秸秆归谁管', '烧秸秆归谁管'],
    ['@duty\u2005desk 烧秸秆归谁管', '烧秸秆归谁管'],
    ['@履职问答 @履职问答 烧秸秆归谁管', '烧秸秆归谁管'],
    ['@履职问答 @张三 烧秸秆归谁管', '@张三 烧秸秆归谁管'],
    ['@张三 烧秸秆归谁管 @履职问答', '@张三 烧秸秆归谁管'],
    ['@张三 @履职问答', '@张三'],
    ['@履职问答员小王 说的 @履职问答 归谁管', '@履职问答员小王 说的 归谁管'],
    ['@履职问答（小张） @履职 归谁管', '@履职问答（小张） 归谁管'],
    ['@履职问答烧秸秆归谁管', '烧秸秆归谁管'],
    ['@履职问答', ''],
    ['@改了名的机器人 烧秸秆归谁管', '烧秸秆归谁管'],
    ['邮箱 a@履职.cn 坏了', '邮箱 a@履职.cn 坏了'],
    ['@履职问答 第一行\n第二行', '第一行\n第二行'],
  ])('%s', (text, left) => {
    expect(strip(text, true)).toBe(left);
  });
});

describe('elsewhere', () => {
  it('leaves the mention of somebody else alone in a direct conversation', () => {
    expect(strip('@张三 负责吗', false)).toBe('@张三 负责吗');
    expect(strip('@履职问答 烧秸秆', false)).toBe('烧秸秆');
  });

  it('drops one leading mention where no name is configured', () => {
    const bare = createMentionStripper([]);
    expect(bare('@机器人 @张三 这个归谁管', true)).toBe('@张三 这个归谁管');
    expect(bare('这个 @张三 归谁管', true)).toBe('这个 @张三 归谁管');
    expect(bare('@张三 在吗', false)).toBe('@张三 在吗');
  });

  it('takes names with signs literally', () => {
    const odd = createMentionStripper(['a.b(c)*']);
    expect(odd('@a.b(c)* 归谁管', true)).toBe('归谁管');
    expect(odd('问 @aXb(c)* 归谁管', true)).toBe('问 @aXb(c)* 归谁管');
  });
});
