// A real Chromium on the page: Debian's, driven through playwright-core. Watches what no page may do.
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createTestDeps, servePage, type RunningPage } from '../support/serve.ts';
import type { WebDeps } from '../../src/channels/web/index.ts';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Whether the browser tests can run. In CI they must: there a missing browser is a failure, not a reason to skip. */
export const HAS_BROWSER = existsSync(CHROMIUM) || process.env['CI'] !== undefined;
// a skipped suite is counted as skipped, but nobody reads counts: say it
if (!HAS_BROWSER)
  process.stderr.write(
    `Browser tests are NOT run: no browser at ${CHROMIUM}. Install Debian's chromium or set CHROMIUM_PATH.\n`,
  );

export const SIZES = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 900 },
} as const;
export type Size = keyof typeof SIZES;

export interface Watched {
  page: Page;
  context: BrowserContext;
  /** Console errors, uncaught errors, refused content and requests to other hosts, since the start. */
  complaints: string[];
  /** Addresses requested, in order. */
  requested: string[];
}

export interface Stage {
  site: RunningPage;
  browser: Browser;
  open(size: Size, options?: Parameters<Browser['newContext']>[0]): Promise<Watched>;
  close(): Promise<void>;
}

export async function createStage(change: Partial<WebDeps> = {}): Promise<Stage> {
  const site = await servePage(createTestDeps(change));
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  return {
    site,
    browser,
    async open(size, options = {}) {
      const context = await browser.newContext({
        viewport: SIZES[size],
        baseURL: site.url,
        locale: 'zh-CN',
        ...options,
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      const requested: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('request', (request) => {
        requested.push(request.url());
        if (!request.url().startsWith(`${site.url}/`)) complaints.push(`other host: ${request.url()}`);
      });
      return { page, context, complaints, requested };
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
