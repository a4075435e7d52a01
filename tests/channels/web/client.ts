// Asks the page without a port, and reads what a person would read.
import { createWebApp } from '../../../src/channels/web/index.ts';
import type { WebDeps } from '../../../src/channels/web/index.ts';
import { createTestDeps } from '../../support/serve.ts';

export interface Visited {
  status: number;
  headers: Headers;
  body: string;
  /** Visible text, blanks joined, entities undone. */
  text: string;
}

export interface Client {
  deps: WebDeps;
  get(path: string, headers?: Record<string, string>): Promise<Visited>;
  /** A form sent from our own page. */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Visited>;
  request(path: string, init?: RequestInit): Promise<Visited>;
}

const HIDDEN = /<style>[^]*?<\/style>|<head>[^]*?<\/head>/g;
const TAGS = /<[^>]*>/g;

export const unescapeHtml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

export function toVisibleText(body: string): string {
  return unescapeHtml(body.replace(HIDDEN, '').replace(TAGS, ' ')).replace(/\s+/g, ' ');
}

export function createClient(change: Partial<WebDeps> = {}): Client {
  const deps = createTestDeps(change);
  const app = createWebApp(deps);
  const request = async (path: string, init?: RequestInit): Promise<Visited> => {
    const response = await app.request(path, init);
    const body = await response.text();
    return { status: response.status, headers: response.headers, body, text: toVisibleText(body) };
  };
  return {
    deps,
    request,
    get: (path, headers = {}) => request(path, { headers }),
    post: (path, fields, headers = {}) =>
      request(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'sec-fetch-site': 'same-origin', ...headers },
      }),
  };
}

/** The session cookie after signing in with a token. */
export async function signIn(client: Client, token: string): Promise<string> {
  const { headers } = await client.post('/sign-in', { token });
  return (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

export const q = encodeURIComponent;
