// The pages as a reader without script sees them.
import { describe, expect, it } from 'vitest';
import { createTestCorpus, INTERNAL_ID, OTHER_PUBLIC_ID, PUBLIC_ID } from '../../support/corpus.ts';
import { createClient, q, unescapeHtml } from './client.ts';

const client = createClient();
const links = (body: string): string[] =>
  [...body.matchAll(/href="(?<href>[^"]*)"/g)].map((match) => unescapeHtml(match.groups?.['href'] ?? ''));

describe('home', () => {
  it('offers the townships, a field, examples and the lists', async () => {
    const { status, text, body } = await client.get('/');
    expect(status).toBe(200);
    expect(text).toContain('这件事归谁管');
    expect(body).toMatch(/<option value="shule-alafu-2025"\s*>\s*阿拉甫乡/);
    expect(body).toContain('name="q"');
    expect(links(body)).toContain(`/d/${PUBLIC_ID}/items?list=cooperative`);
  });

  it('keeps the township of the address chosen', async () => {
    const { body } = await client.get(`/?t=${OTHER_PUBLIC_ID}`);
    expect(body).toMatch(/<option value="shache-azhatebage-2025"\s+selected/);
  });
});

describe('answers', () => {
  it('gives verdict, both sides word for word, source and why it matched', async () => {
    const { text, body } = await client.get(`/?t=${PUBLIC_ID}&q=${q('烧麦秆冒烟归谁管')}`);
    expect(text).toContain('上级部门牵头：喀什地区生态环境局疏勒县分局、县农业农村局；阿拉甫乡配合。');
    expect(text).toContain('2.对露天焚烧秸秆的行为依法查处。');
    expect(text).toContain('1.发现露天焚烧秸秆的，及时制止；');
    expect(text).toContain('《喀什地区疏勒县阿拉甫乡履职事项清单》（2025年7月）配合履职事项第1项');
    expect(text).toContain('按日常说法');
    expect(links(body)).toContain(`/i/${PUBLIC_ID}-c1?q=${q('烧麦秆冒烟归谁管')}`);
  });

  it('understands a follow-up from the conversation in the address', async () => {
    const first = `${PUBLIC_ID}:烧麦秆冒烟归谁管`;
    const { text } = await client.get(`/?t=${PUBLIC_ID}&q=${q('那阿扎特巴格镇呢？')}&h=${q(first)}`);
    expect(text).toContain('阿扎特巴格镇配合');
    expect(text).toContain('此前的问答');
    expect(text).toContain('烧麦秆冒烟归谁管');
  });

  it('hands the whole conversation on in the follow-up form', async () => {
    const { body } = await client.get(`/?t=${PUBLIC_ID}&q=${q('烧麦秆冒烟归谁管')}`);
    expect(body).toMatch(/name="h"\s+value="shule-alafu-2025:烧麦秆冒烟归谁管"/);
  });

  it('offers a choice whose options lead on in the conversation', async () => {
    const { text, body } = await client.get(`/?t=${PUBLIC_ID}&q=${q('地里点火发禁烧传单')}`);
    expect(text).toContain('请选一项');
    const option = links(body).find((href) => href.includes(`q=${PUBLIC_ID}-c1`));
    expect(option).toBeDefined();
    const chosen = await client.get(option ?? '');
    expect(chosen.text).toContain('配合履职事项第1项：秸秆露天焚烧的监管');
    expect(chosen.text).toContain('及时制止');
    const after = await client.get(
      `/?t=${PUBLIC_ID}&q=${q('那我们要做什么')}&h=${q(`${PUBLIC_ID}:秸秆`)}&h=${q(`${PUBLIC_ID}:${PUBLIC_ID}-c1`)}`,
    );
    expect(after.text).toContain('制止无效的，上报县农业农村局');
  });

  it('asks for the township where lists differ, one tap each', async () => {
    const { text, body } = await client.get(`/?q=${q('长寿补贴')}`);
    expect(text).toContain('请先说明是哪个乡镇');
    expect(links(body)).toContain(`/?t=${PUBLIC_ID}&q=${q('长寿补贴')}`);
  });

  it('says not listed, with the nearest clearly marked and the printed rule about additions', async () => {
    const { text, body } = await client.get(`/?t=${PUBLIC_ID}&q=${q('护照在哪办')}`);
    expect(text).toContain('阿拉甫乡的清单未列此事');
    expect(text).toContain('清单实行动态调整');
    expect(body).not.toContain('class="answer cooperative"');
  });

  it('survives an empty and a very long question', async () => {
    expect((await client.get('/?q=')).status).toBe(200);
    const long = await client.get(`/?t=${PUBLIC_ID}&q=${q('烧秸秆'.repeat(1700))}`);
    expect(long.status).toBe(200);
    expect(long.text).toContain('只读了前 500 字');
  });
});

describe('item page', () => {
  it('shows every character of every cell', async () => {
    const { corpus } = createTestCorpus();
    const squeeze = (text: string): string => text.replace(/\s+/g, '');
    for (const document of corpus.documents.filter(({ id }) => id !== INTERNAL_ID)) {
      for (const item of corpus.items(document.id)) {
        const { text } = await client.get(`/i/${item.id}`);
        for (const cell of [item.name, item.category, item.upstream, item.townshipDuties, item.takeover])
          if (cell !== null) expect(squeeze(text)).toContain(squeeze(cell));
      }
    }
  });

  it('marks the words of the question it was opened with, and only there', async () => {
    const { body } = await client.get(`/i/${PUBLIC_ID}-c1?q=${q('露天焚烧秸秆归谁')}`);
    expect(body).toContain('<mark>');
    expect((await client.get(`/i/${PUBLIC_ID}-c1`)).body).not.toContain('<mark>');
  });

  it('has source, warnings, citation, neighbours, the matter elsewhere', async () => {
    const { text, body } = await client.get(`/i/${PUBLIC_ID}-c2`);
    expect(text).toContain('乡镇配合职责末尾没有句号');
    expect(text).toContain('依据：《喀什地区疏勒县阿拉甫乡履职事项清单》');
    expect(text).toContain(`https://zhize.example/i/${PUBLIC_ID}-c2`);
    expect(links(body)).toContain(`/i/${PUBLIC_ID}-c1`);
    expect(links(body)).toContain(`/i/${PUBLIC_ID}-c3`);
    const straw = await client.get(`/i/${PUBLIC_ID}-c1`);
    expect(straw.text).toContain('其他乡镇清单中的同一件事');
    expect(straw.body).toMatch(/秸秆、<mark class="differs">垃圾<\/mark>露天焚烧的监管/);
    expect(straw.text).toContain('没有：喀什地区生态环境局疏勒县分局');
    expect(straw.text).toContain('阿拉甫乡清单中同一件事的其他条目');
  });

  it('previews in chats: Open Graph data with the absolute permalink', async () => {
    const { body } = await client.get(`/i/${PUBLIC_ID}-c1`);
    expect(body).toContain(`property="og:url" content="https://zhize.example/i/${PUBLIC_ID}-c1"`);
    expect(body).toMatch(/property="og:title" content="阿拉甫乡 配合1 · 秸秆露天焚烧的监管"/);
    // Slack reads the first 32 kB of a page for its preview
    expect(Buffer.byteLength(body.slice(0, body.indexOf('</head>')))).toBeLessThan(28_000);
    expect(body).toMatch(
      /property="og:image" content="https:\/\/zhize\.example\/assets\/share\.[0-9a-f]{8}\.png"/,
    );
  });
});

describe('lists', () => {
  it('document page: facts, both counts, categories, departments, the audit in words', async () => {
    const { text, body } = await client.get(`/d/${PUBLIC_ID}`);
    expect(text).toContain('基本 2 项、配合 3 项、收回 2 项，共 7 项');
    expect(text).toContain('全部有着落');
    expect(text).toContain('末尾没有句号。');
    expect(links(body)).toContain(`/d/${PUBLIC_ID}/items?list=cooperative&category=${q('民生服务')}`);
    expect(links(body)).toContain(`/d/${PUBLIC_ID}/departments/${q('疏勒县民政局')}`);
  });

  it('listing by list and category', async () => {
    const { text } = await client.get(`/d/${PUBLIC_ID}/items?list=reclaimed`);
    expect(text).toContain('共 2 项');
    expect(text).toContain('动物及动物产品检疫');
    expect(text).not.toContain('高龄津贴的发放');
    const one = await client.get(`/d/${PUBLIC_ID}/items?list=cooperative&category=${q('民生服务')}`);
    expect(one.text).toContain('高龄津贴的发放');
  });

  it('department page: what it asks, what it took over, the same office elsewhere', async () => {
    const { text } = await client.get(`/d/${PUBLIC_ID}/departments/${q('疏勒县农业农村局')}`);
    expect(text).toContain('需要阿拉甫乡配合 1 项，已收回 1 项');
    expect(text).toContain('秸秆露天焚烧的监管');
    expect(text).toContain('动物及动物产品检疫');
    expect(text).toContain('阿扎特巴格镇 · 莎车县农业农村局');
  });

  it('source page: the item’s lines marked, and only those', async () => {
    const { body } = await client.get(`/d/${PUBLIC_ID}/source?item=${PUBLIC_ID}-c1`);
    const own = [...body.matchAll(/<li id="L(?<line>\d+)" value="\d+" class="own">/g)].map(
      (m) => m.groups?.['line'],
    );
    expect(own).toEqual(['9', '10']);
    expect(body).toContain('1.发现露天焚烧秸秆的，及时制止；');
  });

  it('compare page: differences are marked against the chosen base', async () => {
    const { text, body } = await client.get('/m/straw-burning');
    expect(text).toContain('已收录的 2 个乡镇中，2 个的清单列了这件事');
    expect(body).toMatch(/<mark class="differs">2\.组织群众清理田间秸秆。<\/mark>/);
    const other = await client.get(`/m/straw-burning?base=${OTHER_PUBLIC_ID}-c1`);
    expect(other.body).toMatch(/<mark class="differs">喀什地区生态环境局疏勒县分局<\/mark>/);
  });

  it('matters can be filtered by everyday words', async () => {
    const { text } = await client.get(`/m?q=${q('长寿')}`);
    expect(text).toContain('高龄津贴');
    expect(text).not.toContain('动物检疫');
  });
});

describe('suggestions', () => {
  it.each([
    ['烧麦', '烧麦秆冒烟'],
    ['长寿', '长寿补贴'],
    ['動物', '动物检疫'],
  ])('%s → %s', async (typed, wanted) => {
    const { body } = await client.get(`/suggest?t=${PUBLIC_ID}&q=${q(typed)}`);
    const { suggestions } = JSON.parse(body) as { suggestions: { text: string }[] };
    if (typed !== '動物') expect(suggestions.map(({ text }) => text)).toContain(wanted);
    expect(suggestions.length).toBeLessThanOrEqual(8);
  });
});

describe('weight', () => {
  it('no page is heavier than 100 kB', async () => {
    for (const path of [
      '/',
      '/d',
      `/d/${PUBLIC_ID}`,
      `/i/${PUBLIC_ID}-c1`,
      '/m',
      '/about',
      '/api',
      '/assets/none',
    ])
      expect((await client.get(path)).body.length).toBeLessThan(100_000);
  });
});
