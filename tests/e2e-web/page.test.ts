// What people do on the page, in a real browser, at phone and desktop size.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCorpus, INTERNAL_ID, OTHER_PUBLIC_ID, PUBLIC_ID } from '../support/corpus.ts';
import { READER_TOKEN } from '../support/serve.ts';
import { createStage, HAS_BROWSER, SIZES, type Size, type Stage, type Watched } from './browser.ts';

const QUESTION = '烧麦秆冒烟归谁管';
const q = encodeURIComponent;
const sizes = Object.keys(SIZES) as Size[];

/** Text of a PDF in reading order, blanks dropped. */
function readPdf(pdf: Buffer): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'duty-desk-pdf-'));
  try {
    const file = path.join(folder, 'sheet.pdf');
    writeFileSync(file, pdf);
    return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const activeLabel = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.id || document.activeElement.textContent.trim()');

describe.skipIf(!HAS_BROWSER)('in a browser', { timeout: 60_000 }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await createStage();
  }, 60_000);
  afterAll(async () => stage.close());

  const visit = async (size: Size, run: (watched: Watched) => Promise<void>, options = {}): Promise<void> => {
    const watched = await stage.open(size, options);
    try {
      await run(watched);
      expect(watched.complaints).toEqual([]);
    } finally {
      await watched.context.close();
    }
  };

  it.each(sizes)('search, follow-up and the way to the item page (%s)', (size) =>
    visit(size, async ({ page }) => {
      await page.goto('/');
      await page.getByLabel('乡镇', { exact: true }).selectOption('阿拉甫乡');
      await page.getByLabel('问题', { exact: true }).fill(QUESTION);
      await page.getByRole('button', { name: '查询' }).click();
      await page.getByRole('heading', { level: 2, name: /上级部门牵头/ }).waitFor();
      expect(await page.getByText('2.对露天焚烧秸秆的行为依法查处。').isVisible()).toBe(true);
      await page.getByLabel('接着问', { exact: true }).fill('那阿扎特巴格镇呢？');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: /阿扎特巴格镇配合/ }).waitFor();
      expect(await page.getByRole('heading', { name: '此前的问答' }).isVisible()).toBe(true);
      await page.getByRole('link', { name: '打开条目页' }).click();
      await page.waitForURL(`**/i/${OTHER_PUBLIC_ID}-c1*`);
      expect(await page.locator('h1').innerText()).toBe('秸秆、垃圾露天焚烧的监管');
    }),
  );

  it.each(sizes)('a choice leads on to the row and to a follow-up (%s)', (size) =>
    visit(size, async ({ page }) => {
      await page.goto(`/?t=${PUBLIC_ID}&q=${q('地里点火发禁烧传单')}`);
      await page.getByRole('link', { name: /配合1 · 秸秆露天焚烧的监管/ }).click();
      await page.getByRole('heading', { level: 1, name: '配合履职事项第1项：秸秆露天焚烧的监管' }).waitFor();
      await page.getByLabel('接着问', { exact: true }).fill('我们要做什么');
      await page.keyboard.press('Enter');
      await page.getByText('制止无效的，上报县农业农村局').waitFor();
    }),
  );

  it('the answer is read out by screen readers once the page is there', () =>
    visit('phone', async ({ page }) => {
      await page.goto(`/?t=${PUBLIC_ID}&q=${q(QUESTION)}`);
      const status = page.locator('[data-announce]');
      expect(await status.getAttribute('role')).toBe('status');
      // the page's own policy forbids evaluated strings, so the text is asked for again and again
      await expect.poll(() => status.textContent()).not.toBe('');
      const headline = await page.locator('#verdict').innerText();
      expect(await status.textContent()).toBe(`回答：${headline}`);
    }));

  it('a table stays one for screen readers when a phone shows its rows as blocks', () =>
    visit('phone', async ({ page }) => {
      await page.goto(`/i/${PUBLIC_ID}-c1`);
      const table = page.getByRole('table');
      await table.waitFor();
      expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
        '乡镇',
        '列在',
        '事项名称',
        '牵头或承接部门',
      ]);
      const row = table.getByRole('row').nth(1);
      expect(await row.getByRole('rowheader').innerText()).toContain('阿拉甫乡');
      expect(await row.getByRole('cell').count()).toBe(3);
      expect(
        await page.evaluate<string>('getComputedStyle(document.querySelector("tbody tr")).display'),
      ).toBe('block');
    }));

  it('the lines of an item are in view on the source page, without script too', () =>
    visit(
      'phone',
      async ({ page }) => {
        await page.goto(`/i/${PUBLIC_ID}-c1`);
        await page.getByRole('link', { name: '看原文所在行' }).click();
        await page.waitForURL(`**/source?item=${PUBLIC_ID}-c1#L*`);
        expect(await page.locator('.own').count()).toBe(2);
      },
      { javaScriptEnabled: false },
    ));

  it.each(sizes)('suggestions with the keyboard alone (%s)', (size) =>
    visit(size, async ({ page }) => {
      await page.goto(`/?t=${PUBLIC_ID}`);
      const field = page.getByRole('combobox', { name: '问题' });
      await field.focus();
      await page.keyboard.type('长寿');
      const option = page.getByRole('option', { name: /长寿补贴/ });
      await option.waitFor();
      expect(await field.getAttribute('aria-expanded')).toBe('true');
      expect(await page.getByRole('status').first().innerText()).toContain('条建议');
      await page.keyboard.press('Escape');
      expect(await option.isVisible()).toBe(false);
      await page.keyboard.type('补');
      await option.waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: /县民政局/ }).waitFor();
    }),
  );

  it('the township is remembered on this device, without a cookie', () =>
    visit('phone', async ({ page, context }) => {
      await page.goto('/');
      await page.getByLabel('乡镇', { exact: true }).selectOption('阿扎特巴格镇');
      await page.goto('/about');
      await page.goto('/');
      expect(await page.getByLabel('乡镇', { exact: true }).inputValue()).toBe(OTHER_PUBLIC_ID);
      expect(await context.cookies()).toEqual([]);
    }));

  it('works without script', () =>
    visit(
      'phone',
      async ({ page }) => {
        await page.goto('/');
        await page.getByLabel('乡镇', { exact: true }).selectOption('阿拉甫乡');
        await page.getByLabel('问题', { exact: true }).fill(QUESTION);
        await page.getByRole('button', { name: '查询' }).click();
        await page.getByText('1.发现露天焚烧秸秆的，及时制止；').waitFor();
        await page.getByRole('button', { name: '正确' }).click();
        await page.getByRole('heading', { name: '已记下，谢谢' }).waitFor();
      },
      { javaScriptEnabled: false },
    ));

  it('keyboard: the skip link comes first, focus can be seen and follows the page', () =>
    visit('desktop', async ({ page }) => {
      await page.goto(`/i/${PUBLIC_ID}-c1`);
      await page.keyboard.press('Tab');
      expect(await activeLabel(page)).toBe('跳到正文');
      const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
      expect(outline).toBe('solid');
      await page.keyboard.press('Enter');
      expect(await activeLabel(page)).toBe('main');
      await page.keyboard.press('Tab');
      expect(await activeLabel(page)).toBe('清单');
    }));

  it('the citation can be copied', () =>
    visit(
      'desktop',
      async ({ page }) => {
        await page.goto(`/i/${PUBLIC_ID}-c1`);
        await page.getByRole('button', { name: '复制' }).click();
        await page.getByText('已复制').waitFor();
        const copied = await page.evaluate<string>('navigator.clipboard.readText()');
        expect(copied).toContain('依据：《喀什地区疏勒县阿拉甫乡履职事项清单》');
        expect(copied).toContain(`${stage.site.url}/i/${PUBLIC_ID}-c1`);
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ));

  it.each(sizes)('comparison: another base, differences marked (%s)', (size) =>
    visit(size, async ({ page }) => {
      await page.goto(`/i/${PUBLIC_ID}-c1`);
      await page.getByRole('link', { name: /逐条对照/ }).click();
      await page.getByRole('heading', { level: 1, name: '秸秆焚烧监管' }).waitFor();
      expect(await page.locator('mark.differs', { hasText: '组织群众清理田间秸秆' }).count()).toBe(1);
      await page.getByLabel('以哪一条为准来比').selectOption(`${OTHER_PUBLIC_ID}-c1`);
      await page.getByRole('button', { name: '对照' }).click();
      await page.locator('tr.base', { hasText: '阿扎特巴格镇' }).waitFor();
    }),
  );

  it('dispute sheet from ticked rows: as PDF it has both sides, source, hash and time on A4', () =>
    visit('desktop', async ({ page }) => {
      await page.goto(`/d/${PUBLIC_ID}/items`);
      await page.getByRole('checkbox', { name: '勾选配合1' }).check();
      await page.getByRole('checkbox', { name: '勾选收回2' }).check();
      await page.getByRole('button', { name: '用勾选的条目生成争议凭据' }).click();
      await page.getByRole('heading', { level: 1, name: '履职事项争议凭据' }).waitFor();
      expect(await page.getByRole('button', { name: '打印或存为 PDF' }).isVisible()).toBe(true);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const text = readPdf(pdf);
      const { corpus } = createTestCorpus();
      for (const id of [`${PUBLIC_ID}-c1`, `${PUBLIC_ID}-r2`]) {
        const item = corpus.item(id);
        for (const cell of [
          item?.name,
          ...(item?.upstreamSections?.flatMap((s) => s.points.map((p) => p.text)) ?? []),
          ...(item?.townshipSections?.flatMap((s) => s.points.map((p) => p.text)) ?? []),
        ])
          if (cell !== undefined) expect(text).toContain(cell);
        expect(text).toContain(`${stage.site.url}/i/${id}`);
      }
      expect(text).toContain('2026年11月23日17:42:05（北京时间）');
      expect(text).toMatch(/[0-9a-f]{64}/);
      expect(text).toMatch(/第1页，共\d页/);
      expect(text).not.toContain('打印或存为');
      expect(text).not.toContain('主导航');
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12][.\d]*/);
    }));

  it('signing in opens the internal list, signing out closes it', () =>
    visit('phone', async ({ page, context, complaints }) => {
      const address = `/i/${INTERNAL_ID}-c1`;
      expect((await page.goto(address))?.status()).toBe(404);
      complaints.length = 0; // the browser reports the 404 itself
      await page.getByRole('link', { name: '登录' }).click();
      expect(await context.cookies()).toEqual([]);
      await page.getByLabel('访问口令').fill(READER_TOKEN);
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByRole('heading', { level: 1, name: '这件事归谁管？' }).waitFor();
      const [cookie] = await context.cookies();
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
      await page.goto(address);
      expect(await page.locator('h1').innerText()).toBe('边境护栏巡查的监管');
      await page.getByRole('button', { name: '退出登录' }).click();
      await page.getByRole('link', { name: '登录' }).waitFor();
      expect(await context.cookies()).toEqual([]);
    }));

  it('the first view needs one request; script and icon come after it', () =>
    visit('phone', async ({ page, requested }) => {
      await page.goto(`/i/${PUBLIC_ID}-c1`);
      await page.waitForLoadState('networkidle');
      const rest = requested.slice(1).map((url) => new URL(url).pathname);
      for (const pathname of rest)
        expect(pathname).toMatch(/^\/assets\/(?:app\.[0-9a-f]+\.js|icon\.[0-9a-f]+\.svg)$/);
      expect(await page.evaluate<number>('document.styleSheets.length')).toBe(1);
    }));
});
