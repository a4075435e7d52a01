// axe-core on every page, light and dark, phone and desktop; no page is wider than its window, at 200 % neither.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC_ID } from '../support/corpus.ts';
import { KEEPER_TOKEN } from '../support/serve.ts';
import { createStage, HAS_BROWSER, type Stage } from './browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const q = encodeURIComponent;

const PAGES = [
  '/',
  `/?t=${PUBLIC_ID}&q=${q('烧麦秆冒烟归谁管')}`,
  `/?t=${PUBLIC_ID}&q=${q('秸秆')}&h=${q(`${PUBLIC_ID}:长寿补贴`)}`,
  `/?t=${PUBLIC_ID}&q=${q('护照在哪办')}`,
  `/?q=${q('长寿补贴')}`,
  `/?q=${q('哪几个乡镇有秸秆焚烧')}`,
  `/i/${PUBLIC_ID}-c1?q=${q('露天焚烧秸秆')}`,
  `/i/${PUBLIC_ID}-c2`,
  `/i/${PUBLIC_ID}-r1`,
  '/d',
  `/d/${PUBLIC_ID}`,
  `/d/${PUBLIC_ID}/items?list=cooperative`,
  `/d/${PUBLIC_ID}/departments/${q('疏勒县农业农村局')}`,
  `/d/${PUBLIC_ID}/source?item=${PUBLIC_ID}-c1`,
  '/m',
  '/m/straw-burning',
  `/sheet?i=${PUBLIC_ID}-c1&i=${PUBLIC_ID}-r2`,
  '/sign-in',
  '/keeper',
  `/?t=${PUBLIC_ID}&q=${q('那阿扎特巴格镇呢')}&h=${q(`${PUBLIC_ID}:烧麦秆冒烟归谁管`)}`,
  `/?q=${q('哪些乡镇有秸秆焚烧')}`,
  `/?t=${PUBLIC_ID}&q=${q('农业农村局要我们配合哪些事')}`,
  `/?q=${q('你好')}`,
  '/d/tashikuergan-kekeyaer-2025',
  '/i/tashikuergan-kekeyaer-2025-c1',
  `/m?q=${q('没有这样的事')}`,
  '/feedback/thanks',
  '/about',
  '/api',
  '/nope',
];

/** Controls. Links within running text, fields and cells are as high as their line, as everywhere. */
const TARGETS = `[...document.querySelectorAll('a, button, input, select, summary, textarea, label.tick')].filter((one) => {
  if (!one.checkVisibility() || one.matches('[type=hidden], [type=checkbox], .skip')) return false;
  if (one.tagName !== 'A' || one.matches('.button')) return true;
  const beside = [...one.parentElement.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  return !one.closest('dd, td, th') && beside.every((node) => node.textContent.trim() === '');
})`;
const SMALL_TARGETS = `${TARGETS}.filter((one) => one.getBoundingClientRect().height < 44)
  .map((one) => one.outerHTML.slice(0, 120) + ' ' + one.getBoundingClientRect().height)`;
const TARGET_KINDS = `${TARGETS}.map((one) => one.tagName)`;

interface Finding {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

describe.skipIf(!HAS_BROWSER)('accessibility', { timeout: 240_000 }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await createStage();
  }, 60_000);
  afterAll(async () => stage.close());

  it.each([
    ['phone', 'light'],
    ['desktop', 'dark'],
    ['desktop', 'light'],
    ['phone', 'dark'],
  ] as const)('axe finds nothing (%s, %s)', async (size, colorScheme) => {
    const { page, context } = await stage.open(size, { colorScheme, bypassCSP: true });
    await page.goto('/sign-in');
    await page.getByLabel('访问口令').fill(KEEPER_TOKEN);
    await page.getByRole('button', { name: '登录' }).click();
    await page.goto(`/?t=${PUBLIC_ID}&q=${q('护照在哪办')}`);
    for (const path of PAGES) {
      await page.goto(path);
      await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
      await page.addScriptTag({ content: AXE });
      const findings = await page.evaluate<Finding[]>(
        'axe.run({ resultTypes: ["violations"] }).then((found) => found.violations)',
      );
      const told = findings.map(
        ({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
      );
      expect(told).toEqual([]);
    }
    await context.close();
  });

  it('whatever is pressed with a finger is 44 px high', async () => {
    const { page, context } = await stage.open('phone');
    const seen = new Set<string>();
    for (const path of PAGES) {
      await page.goto(path);
      const small = await page.evaluate<string[]>(SMALL_TARGETS);
      expect(small, path).toEqual([]);
      for (const name of await page.evaluate<string[]>(TARGET_KINDS)) seen.add(name);
    }
    expect([...seen]).toEqual(expect.arrayContaining(['A', 'BUTTON', 'INPUT', 'SELECT', 'SUMMARY']));
    await context.close();
  });

  it.each([
    [360, 1],
    [320, 1],
    // 200 % zoom on a window of 1280
    [640, 2],
  ])('nothing is wider than the window (%i px, ×%i)', async (width, deviceScaleFactor) => {
    const { page, context } = await stage.open('phone', {
      viewport: { width, height: 740 },
      deviceScaleFactor,
    });
    for (const path of PAGES) {
      await page.goto(path);
      const excess = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      expect(excess, path).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
});
