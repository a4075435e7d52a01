import { createSelfBuiltApp } from './app/app.js';
import { createLongConnectionBot } from './bot/long-connection.js';
import { createUrlCallbackBot } from './bot/url-callback.js';
import { TIMING } from './limits.js';
import { createJsonHttp } from './protocol/http.js';
export { runNotify } from './notify/command.js';
/** The bot, by the one way that is configured, and the app; none where nothing is configured. */
export function createWecomChannels(config, deps, options) {
    const timing = { ...TIMING, ...options.timing };
    const { bot, app, botNames, apiUrl, corpId } = config;
    const { ca } = options;
    const http = createJsonHttp({ ca, timeoutMs: timing.apiTimeout });
    const workspace = corpId ?? 'corp';
    const channels = [];
    if (bot.enabled && bot.mode === 'long-connection')
        channels.push(createLongConnectionBot({ config: bot, botNames, workspace, ca, deps, timing }));
    if (bot.enabled && bot.mode === 'callback')
        channels.push(createUrlCallbackBot({ config: bot, botNames, workspace, apiUrl, http, deps, timing }));
    if (app.enabled)
        channels.push(createSelfBuiltApp({ config: app, apiUrl, http, deps, timing }));
    return channels;
}
