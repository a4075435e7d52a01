// WeCom (企业微信): the channels that the configuration asks for.
import type { Channel, ChannelDeps } from '../chat/index.ts';
import { createSelfBuiltApp } from './app/app.ts';
import { createLongConnectionBot } from './bot/long-connection.ts';
import { createUrlCallbackBot } from './bot/url-callback.ts';
import type { WecomConfig } from './config.ts';
import { TIMING, type Timing } from './limits.ts';
import { createJsonHttp } from './protocol/http.ts';

export { runNotify } from './notify/command.ts';

export interface WecomOptions {
  /** Certificate authorities in PEM besides those of Node; null: none. */
  ca: readonly string[] | null;
  /** Shorter times, for tests. */
  timing?: Partial<Timing>;
}

/** The bot, by the one way that is configured, and the app; none where nothing is configured. */
export function createWecomChannels(
  config: WecomConfig,
  deps: ChannelDeps,
  options: WecomOptions,
): Channel[] {
  const timing = { ...TIMING, ...options.timing };
  const { bot, app, botNames, apiUrl, corpId } = config;
  const { ca } = options;
  const http = createJsonHttp({ ca, timeoutMs: timing.apiTimeout });
  const workspace = corpId ?? 'corp';
  const channels: Channel[] = [];
  if (bot.enabled && bot.mode === 'long-connection')
    channels.push(createLongConnectionBot({ config: bot, botNames, workspace, ca, deps, timing }));
  if (bot.enabled && bot.mode === 'callback')
    channels.push(createUrlCallbackBot({ config: bot, botNames, workspace, apiUrl, http, deps, timing }));
  if (app.enabled) channels.push(createSelfBuiltApp({ config: app, apiUrl, http, deps, timing }));
  return channels;
}
