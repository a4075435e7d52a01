import { describe, expect, it } from 'vitest';
import {
  createOrganisationFinder,
  OrganisationTable,
  toCanonicalOrganisation,
  toPlainPlaceName,
} from '../../src/duty/index.ts';
import { LEXICON, SHULE, TAXIAN, YINING } from '../support/organisations.ts';

describe('toCanonicalOrganisation', () => {
  it.each([
    ['疏勒县人社局', '疏勒县人力资源和社会保障局'],
    ['县民政局', '疏勒县民政局'],
    ['人社局', '疏勒县人力资源和社会保障局'],
    ['住建局', '疏勒县住房和城乡建设局'],
    ['县发改委', '疏勒县发展和改革委员会'],
    ['县残联', '疏勒县残疾人联合会'],
    ['县卫健委', '疏勒县卫生健康委员会'],
    ['市监局', '疏勒县市场监督管理局'],
    ['县委编办', '疏勒县委编办'],
    ['疏勒县委员会机构编制委员会办公室', '疏勒县委编办'],
    ['中共疏勒县委政法委员会', '疏勒县委政法委'],
    ['县委网络安全和信息化委员会办公室', '疏勒县委网信办'],
    ['团县委', '疏勒县团委'],
    ['共青团疏勒县委员会', '疏勒县团委'],
    ['中国人民政治协商会议疏勒县委员会', '疏勒县政协'],
    ['县医保局', '疏勒县医疗保障局'],
    ['县退役军人局', '疏勒县退役军人事务局'],
    ['县林草局', '疏勒县林业和草原局'],
    ['县自规局', '疏勒县自然资源局'],
    ['县国土局', '疏勒县自然资源局'],
    ['县应急局', '疏勒县应急管理局'],
    ['县消防大队', '疏勒县消防救援局'],
    ['县自然资源局（林业和草原局）', '疏勒县自然资源局'],
    ['地区生态环境局疏勒分局', '喀什地区生态环境局疏勒县分局'],
    ['生态环境局分局', '喀什地区生态环境局疏勒县分局'],
    ['国家税务总局疏勒县税务局', '疏勒县税务局'],
    ['国网疏勒县供电公司', '疏勒县供电公司'],
    ['县卫生健康健委员会', '疏勒县卫生健康委员会'],
    ['疏勒公安局', '疏勒县公安局'],
    ['疏勒县戈壁产业园', '疏勒县戈壁产业园'],
    ['中国邮政储蓄银行股份有限公司疏勒县支行', '中国邮政储蓄银行股份有限公司疏勒县支行'],
  ])('%s → %s', (printed, canonical) => {
    expect(toCanonicalOrganisation(printed, SHULE, LEXICON)).toBe(canonical);
  });

  it.each([
    ['市水利局', '伊宁市水利局'],
    ['市场监督管理局', '伊宁市市场监督管理局'],
    ['市市监局', '伊宁市市场监督管理局'],
    ['州生态环境局伊宁市分局', '伊犁州生态环境局伊宁市分局'],
    ['州交通局', '伊犁州交通运输局'],
    ['市委统一战线工作部', '伊宁市委统战部'],
  ])('of a city: %s → %s', (printed, canonical) => {
    expect(toCanonicalOrganisation(printed, YINING, LEXICON)).toBe(canonical);
  });

  it.each([
    '塔县公安局',
    '塔什库尔干县公安局',
    '塔什库尔干塔吉克自治县公安局',
    '县公安局',
    '塔什库尔干公安局',
  ])('of an autonomous county: %s', (printed) => {
    expect(toCanonicalOrganisation(printed, TAXIAN, LEXICON)).toBe('塔什库尔干县公安局');
  });

  it('lets the full names printed in the document decide between two bodies', () => {
    const printed = '县商工局';
    expect(toCanonicalOrganisation(printed, SHULE, LEXICON)).toBe('疏勒县商务和工业信息化局');
    expect(toCanonicalOrganisation(printed, SHULE, LEXICON, new Set(['商务科技和工业信息化局']))).toBe(
      '疏勒县商务科技和工业信息化局',
    );
  });

  it('is stable: a canonical name is its own canonical name', () => {
    for (const { name, party } of LEXICON.entries) {
      const canonical = `疏勒县${party ? '委' : ''}${name}`;
      expect(toCanonicalOrganisation(canonical, SHULE, LEXICON)).toBe(canonical);
    }
  });
});

describe('createOrganisationFinder', () => {
  const known = [
    '疏勒县人力资源和社会保障局',
    '疏勒县住房和城乡建设局',
    '疏勒县市场监督管理局',
    '疏勒县委编办',
    '疏勒县民政局',
    '疏勒县公安局',
  ].map((name) => ({ printed: name, canonical: name }));
  const forest = { printed: '疏勒县自然资源局（林业和草原局）', canonical: '疏勒县自然资源局' };

  it.each([
    ['人社局管哪些', ['疏勒县人力资源和社会保障局']],
    ['县住建局和市监局各管什么', ['疏勒县住房和城乡建设局', '疏勒县市场监督管理局']],
    ['市场监督管理局收回了几项', ['疏勒县市场监督管理局']],
    ['编办有哪些', ['疏勒县委编办']],
    ['林草局呢', ['疏勒县自然资源局']],
    ['水利局管什么', []],
    ['民政方面的事', []],
  ])('%s', (text, canonical) => {
    expect(
      createOrganisationFinder([...known, forest], SHULE, LEXICON)(text).map((mention) => mention.canonical),
    ).toEqual(canonical);
  });

  it('takes bare words only when asked to', () => {
    expect(
      createOrganisationFinder(known, SHULE, LEXICON, { loose: true })('找公安还是民政').map(
        ({ text }) => text,
      ),
    ).toEqual(['公安', '民政']);
  });
});

it('the table is valid and gives every full name once', () => {
  expect(OrganisationTable.safeParse(LEXICON.entries).success).toBe(true);
  const names = LEXICON.entries.map((entry) => entry.name);
  expect(new Set(names).size).toBe(names.length);
});

it('drops the nationality from a county', () => {
  expect(toPlainPlaceName('塔什库尔干塔吉克自治县')).toBe('塔什库尔干县');
  expect(toPlainPlaceName('积石山保安族东乡族撒拉族自治县')).toBe('积石山县');
  expect(toPlainPlaceName('疏勒县')).toBe('疏勒县');
});
