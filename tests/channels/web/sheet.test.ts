// The dispute sheet and the integrity hash.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { toCanonicalText, toIntegrityHash } from '../../../src/channels/web/content/canonical-text.ts';
import { createTestCorpus, PUBLIC_ID } from '../../support/corpus.ts';
import { createClient, q } from './client.ts';

const client = createClient();
const ID = `${PUBLIC_ID}-c1`;

describe('integrity hash', () => {
  it('is what anybody gets from the published canonical text', async () => {
    const { body } = await client.get(`/i/${ID}.txt`);
    const hash = createHash('sha256').update(body, 'utf8').digest('hex');
    expect((await client.get(`/i/${ID}`)).body).toContain(hash);
    expect((await client.get(`/sheet?i=${ID}`)).body).toContain(hash);
  });

  it('has a form that never changes', () => {
    const { corpus } = createTestCorpus();
    const item = corpus.item(`${PUBLIC_ID}-r1`);
    const document = corpus.document(PUBLIC_ID);
    if (!item || !document) throw new Error('test corpus');
    expect(toCanonicalText(item, document)).toBe(
      [
        '清单：喀什地区疏勒县阿拉甫乡履职事项清单',
        '版本：2025年7月',
        '列表：上级部门收回事项',
        '序号：1',
        '事项类别：乡村振兴',
        '事项名称：动物及动物产品检疫',
        '承接部门及工作方式：县农业农村局：负责动物及动物产品检疫。',
        '',
      ].join('\n'),
    );
    expect(toIntegrityHash(item, document)).toBe(
      'a139470180a128127a84e52bf93659f0e45a4ea6af26967d9437398f6a8043d2',
    );
  });

  it('does not depend on blanks, but on every other character', () => {
    const { corpus } = createTestCorpus();
    const item = corpus.item(ID);
    const document = corpus.document(PUBLIC_ID);
    if (!item || !document) throw new Error('test corpus');
    const hash = toIntegrityHash(item, document);
    expect(
      toIntegrityHash({ ...item, upstream: item.upstream?.replaceAll('\n', ' \n ') ?? null }, document),
    ).toBe(hash);
    expect(toIntegrityHash({ ...item, name: `${item.name}。` }, document)).not.toBe(hash);
  });
});

describe('dispute sheet', () => {
  it('has question, both sides, source, edition, time, hash and a QR code', async () => {
    const { text, body } = await client.get(`/sheet?i=${ID}&i=${PUBLIC_ID}-r2&q=${q('烧麦秆冒烟归谁管')}`);
    for (const part of [
      '烧麦秆冒烟归谁管',
      '2026年11月23日 17:42:05（北京时间）',
      '1.负责秸秆露天焚烧的监督检查；',
      '2.制止无效的，上报县农业农村局。',
      '依法对露天焚烧秸秆行为进行处罚',
      '喀什地区疏勒县阿拉甫乡履职事项清单，2025年7月',
      `https://zhize.example/i/${ID}`,
    ])
      expect(text).toContain(part);
    expect(body.match(/class="qr"/g)).toHaveLength(2);
  });

  it('is there as text to forward', async () => {
    const { headers, body } = await client.get(`/sheet.txt?i=${ID}&q=${q('烧麦秆')}`);
    expect(headers.get('content-type')).toContain('text/plain');
    expect(body).toContain('履职事项争议凭据\n所问：烧麦秆\n查询时间：2026年11月23日 17:42:05（北京时间）');
    expect(body).toContain('【乡镇配合职责（原文）】\n1.发现露天焚烧秸秆的，及时制止；');
  });

  it('says how many rows it could not take; without any it does not exist', async () => {
    expect((await client.get(`/sheet?i=${ID}&i=none-c1`)).text).toContain('有 1 项没有列入');
    expect((await client.get('/sheet?i=none-c1')).status).toBe(404);
    expect((await client.get('/sheet')).status).toBe(404);
  });
});
