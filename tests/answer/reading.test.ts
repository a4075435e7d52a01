import { describe, expect, it } from 'vitest';
import { createReader, type Reader } from '../../src/answer/reading.ts';
import { createEvidence, createPhraseIndex } from '../../src/search/index.ts';
import { ALAFU, KEKEYAER, loadRealLists } from '../support/real-lists.ts';

const { corpus, lexicon, evidence, pipeline } = loadRealLists();
const phrases = createPhraseIndex(
  lexicon,
  createEvidence(
    evidence,
    lexicon.matters.map(({ id }) => id),
  ),
  pipeline,
);
const reader: Reader = createReader(corpus, lexicon, phrases, pipeline);
const alafu = corpus.document(ALAFU);

describe('read', () => {
  it('the content is free of places, mentions and addresses', () => {
    const { content, text } = reader.read('@履职问答 阿拉甫乡 烧麦秆冒烟归谁管 https://example.com/a?b=c');
    expect(content).toBe('烧麦秆冒烟归谁管');
    expect(text).toBe('阿拉甫乡 烧麦秆冒烟归谁管');
  });

  it('an address that names a row is kept as a reference', () => {
    const { reference } = reader.read('看这条 https://zhize.example/i/shule-alafu-2025-c62?x=1');
    expect(reference).toEqual({ by: 'id', id: 'shule-alafu-2025-c62' });
  });

  it.each([
    ['你好', 'greeting'],
    ['您好呀！', 'greeting'],
    ['帮助', 'help'],
    ['怎么用', 'help'],
    ['今天天气怎么样', 'off_topic'],
    ['', 'empty'],
    ['？？👍', 'empty'],
    ['你好，秸秆焚烧归谁管', null],
    ['残疾人想要帮助找谁登记', null],
  ])('%j is talk: %s', (text, talk) => {
    expect(reader.read(text).talk).toBe(talk);
  });

  it('a question of little but pointers says little of any matter', () => {
    const { topic } = reader.read('烧麦秆冒烟归谁管');
    for (const text of ['那我们要做啥', '县里是哪个部门', '那谁罚', '那托格拉克乡呢']) {
      expect(reader.read(text).topic, text).toBeLessThan(topic / 2);
    }
  });

  it('reads the same twice', () => {
    expect(reader.read('那阿拉甫乡呢')).toEqual(reader.read('那阿拉甫乡呢'));
  });
});

describe('departments', () => {
  it.each([
    ['人社局要我们配合哪些事', ['疏勒县人力资源和社会保障局']],
    ['县残联', ['疏勒县残疾人联合会']],
    ['住建局和公安局', ['疏勒县住房和城乡建设局', '疏勒县公安局']],
    ['烧麦秆', []],
  ])('%s', (text, names) => {
    expect(alafu && reader.departments(text, alafu)).toEqual(names);
  });
});

describe('townships that a reader may not see', () => {
  const open = new Set(corpus.documents.map(({ id }) => id).filter((id) => id !== KEKEYAER));
  // the hidden list's own words are in the catalogue; they must not make its name sound familiar
  it.each([
    ['科克亚尔乡', '乌拉库木乡'],
    ['科克亚尔镇', '乌拉库木镇'],
    ['科克亚尔柯尔克孜族乡', '乌拉库木柯尔克孜族乡'],
  ])('%s is as unknown as %s', (hidden, madeUp) => {
    expect(reader.read(`${hidden}烧麦秆归谁管`, open).places).toMatchObject({
      documentIds: [],
      unknown: hidden,
    });
    expect(reader.read(`${madeUp}烧麦秆归谁管`, open).places).toMatchObject({
      documentIds: [],
      unknown: madeUp,
    });
  });
});
