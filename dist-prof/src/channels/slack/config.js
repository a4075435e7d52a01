// Slack's part of the configuration: its variables and the parsed form. Reading the environment is app/config.ts.
import { z } from 'zod';
const secret = z.string().trim().min(1).optional();
export const SlackVariables = z.object({
    /** `socket` or `http`; derived from what is given when absent. */
    SLACK_MODE: z.enum(['socket', 'http'], '只能是 socket 或 http').optional(),
    SLACK_BOT_TOKEN: secret,
    SLACK_SIGNING_SECRET: secret,
    SLACK_APP_TOKEN: secret,
    SLACK_CLIENT_ID: secret,
    SLACK_CLIENT_SECRET: secret,
    SLACK_STATE_SECRET: secret,
    /** Another address of the Web API (a proxy, tests). */
    SLACK_API_URL: z
        .url({ protocol: /^https?$/, error: '应为完整地址，例如 https://slack.com/api' })
        .optional(),
});
const PREFIXES = [
    ['SLACK_BOT_TOKEN', 'xoxb-'],
    ['SLACK_APP_TOKEN', 'xapp-'],
];
/** The section, or every reason why it is not complete. Off when no Slack variable is set. */
export function toSlackConfig(v) {
    const given = Object.entries(v).filter(([name, value]) => value !== undefined && name !== 'SLACK_API_URL');
    if (given.length === 0)
        return { enabled: false };
    const issues = [];
    for (const [variable, prefix] of PREFIXES) {
        const value = v[variable];
        if (value !== undefined && !value.startsWith(prefix))
            issues.push({ variable, hint: `应以 ${prefix} 开头` });
    }
    const receive = toReceive(v, issues);
    const install = toInstall(v, issues);
    if (issues.length > 0 || !receive || !install)
        return issues;
    if (install.by === 'oauth' && receive.mode === 'socket') {
        return [{ variable: 'SLACK_MODE', hint: '多工作区（OAuth）须用 http 方式' }];
    }
    return { enabled: true, receive, install, apiUrl: v.SLACK_API_URL ?? null };
}
function toReceive(v, issues) {
    const mode = v.SLACK_MODE ?? (v.SLACK_APP_TOKEN === undefined ? 'http' : 'socket');
    if (mode === 'socket') {
        if (v.SLACK_APP_TOKEN !== undefined)
            return { mode, appToken: v.SLACK_APP_TOKEN };
        issues.push({ variable: 'SLACK_APP_TOKEN', hint: 'Socket Mode 需要应用级令牌（xapp-…）' });
        return null;
    }
    if (v.SLACK_SIGNING_SECRET !== undefined)
        return { mode, signingSecret: v.SLACK_SIGNING_SECRET };
    issues.push({
        variable: 'SLACK_SIGNING_SECRET',
        hint: 'HTTP 方式需要签名密钥（Basic Information 页的 Signing Secret）；若用 Socket Mode 请填 SLACK_APP_TOKEN',
    });
    return null;
}
function toInstall(v, issues) {
    const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = v;
    const wantsOauth = clientId !== undefined || clientSecret !== undefined || stateSecret !== undefined;
    if (v.SLACK_BOT_TOKEN !== undefined && !wantsOauth)
        return { by: 'token', botToken: v.SLACK_BOT_TOKEN };
    if (v.SLACK_BOT_TOKEN !== undefined) {
        issues.push({
            variable: 'SLACK_BOT_TOKEN',
            hint: '不能与 SLACK_CLIENT_ID 等 OAuth 变量同时设置，二者取一',
        });
        return null;
    }
    if (!wantsOauth) {
        issues.push({ variable: 'SLACK_BOT_TOKEN', hint: '需要机器人令牌（xoxb-…），或改填 OAuth 的三个变量' });
        return null;
    }
    if (clientId !== undefined && clientSecret !== undefined && stateSecret !== undefined)
        return { by: 'oauth', clientId, clientSecret, stateSecret };
    const missing = Object.entries({
        SLACK_CLIENT_ID: clientId,
        SLACK_CLIENT_SECRET: clientSecret,
        SLACK_STATE_SECRET: stateSecret,
    });
    for (const [variable, value] of missing)
        if (value === undefined)
            issues.push({ variable, hint: '多工作区安装（OAuth）需要此项' });
    return null;
}
