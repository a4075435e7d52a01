// npx tsx tests/e2e-web/main-screenshots.ts: draws the pictures of README and docs/web.md anew from the real data.
import { statSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { createWebApp } from '../../src/channels/web/index.ts';
import { createRealDeps } from '../support/serve.ts';

const SITE = 'https://zhize.example';
const FOLDER = path.join(import.meta.dirname, '../../docs/images');
const QUESTION = encodeURIComponent('烧麦秆冒烟归谁管');
const PICTURES = [
  ['web-answer-phone.png', `/?t=shule-alafu-2025&q=${QUESTION}`, { width: 360, height: 800 }, 2],
  [
    'web-item.png',
    `/i/shule-alafu-2025-c56?q=${encodeURIComponent('烧秸秆')}`,
    { width: 1280, height: 860 },
    1,
  ],
  ['web-sheet.png', `/sheet?i=shule-alafu-2025-c56&q=${QUESTION}`, { width: 768, height: 1120 }, 1],
] as const;
/** Heavier pictures make the README slow to open. */
const MOST_BYTES = 200_000;

const app = createWebApp(createRealDeps());
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const [name, address, viewport, deviceScaleFactor] of PICTURES) {
  const context = await browser.newContext({ viewport, deviceScaleFactor, locale: 'zh-CN' });
  // the page as under its public address, without a server there
  await context.route('**/*', async (route) => {
    const response = await app.request(route.request().url());
    const headers = Object.fromEntries(response.headers);
    await route.fulfill({
      status: response.status,
      headers,
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
  const page = await context.newPage();
  await page.goto(SITE + address, { waitUntil: 'networkidle' });
  const file = path.join(FOLDER, name);
  await page.screenshot({ path: file });
  const { size } = statSync(file);
  console.log(`${name} ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) process.exitCode = 1;
  await context.close();
}
await browser.close();
