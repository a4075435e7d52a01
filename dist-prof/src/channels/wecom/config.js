// WeCom's part of the configuration: its variables and the parsed form. Reading the environment is app/config.ts.
import { z } from 'zod';
const secret = z.string().trim().min(1).optional();
// ≤32 letters and digits
const token = z
    .string()
    .regex(/^[A-Za-z0-9]{1,32}$/, '应为不超过 32 位的字母或数字')
    .optional();
const aesKey = z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/, '应为 43 位字母或数字（EncodingAESKey）')
    .optional();
const flag = z.stringbool({ error: '只能是 true 或 false' }).optional();
const names = z
    .string()
    .default('')
    .transform((text) => text
    .split(/[,，]/u)
    .map((name) => name.trim())
    .filter((name) => name !== ''));
export const WecomVariables = z.object({
    WECOM_BOT_ID: secret,
    WECOM_BOT_SECRET: secret,
    WECOM_BOT_WS_URL: z.url({ protocol: /^wss?$/, error: '应以 wss:// 开头' }).optional(),
    /** Take the connection back after another client took it. */
    WECOM_BOT_TAKEOVER: flag,
    WECOM_BOT_TOKEN: token,
    WECOM_BOT_AES_KEY: aesKey,
    /** Names by which the bot is mentioned in groups. */
    WECOM_BOT_NAMES: names,
    WECOM_CORP_ID: secret,
    WECOM_AGENT_ID: z.coerce.number('应为数字').int('应为整数').positive('应大于 0').optional(),
    WECOM_APP_SECRET: secret,
    WECOM_APP_TOKEN: token,
    WECOM_APP_AES_KEY: aesKey,
    WECOM_API_URL: z
        .url({ protocol: /^https?$/, error: '应为完整地址，例如 https://qyapi.weixin.qq.com' })
        .default('https://qyapi.weixin.qq.com'),
    /** File of additional certificate authorities (private deployments). */
    WECOM_CA_FILE: z.string().min(1).optional(),
    WECOM_WEBHOOK_KEY: secret,
});
/** The section, or every reason why it is not complete. Parts without any variable are off. */
export function toWecomConfig(v) {
    const issues = [];
    const bot = toBot(v, issues);
    const app = toApp(v, issues);
    if (issues.length > 0)
        return issues;
    return {
        bot,
        app,
        webhookKey: v.WECOM_WEBHOOK_KEY ?? null,
        botNames: v.WECOM_BOT_NAMES,
        corpId: v.WECOM_CORP_ID ?? null,
        apiUrl: v.WECOM_API_URL.replace(/\/+$/, ''),
        caFile: v.WECOM_CA_FILE ?? null,
    };
}
/** Notes what is absent of a group of which something is given. */
function needAll(group, what, issues) {
    for (const [variable, value] of Object.entries(group))
        if (value === undefined)
            issues.push({ variable, hint: `${what}需要此项` });
}
/** Whether anything of a group is given. */
function isGiven(group) {
    return Object.values(group).some((value) => value !== undefined);
}
function toBot(v, issues) {
    const long = { WECOM_BOT_ID: v.WECOM_BOT_ID, WECOM_BOT_SECRET: v.WECOM_BOT_SECRET };
    const callback = { WECOM_BOT_TOKEN: v.WECOM_BOT_TOKEN, WECOM_BOT_AES_KEY: v.WECOM_BOT_AES_KEY };
    if (isGiven(long) && isGiven(callback)) {
        issues.push({
            variable: 'WECOM_BOT_TOKEN',
            hint: '智能机器人的“长连接”（WECOM_BOT_ID、WECOM_BOT_SECRET）与“URL 回调”（WECOM_BOT_TOKEN、WECOM_BOT_AES_KEY）二者取一',
        });
        return { enabled: false };
    }
    if (isGiven(long)) {
        needAll(long, '智能机器人长连接', issues);
        return {
            enabled: true,
            mode: 'long-connection',
            botId: v.WECOM_BOT_ID ?? '',
            secret: v.WECOM_BOT_SECRET ?? '',
            wsUrl: v.WECOM_BOT_WS_URL ?? null,
            takeover: v.WECOM_BOT_TAKEOVER ?? false,
        };
    }
    if (!isGiven(callback))
        return { enabled: false };
    needAll(callback, '智能机器人 URL 回调', issues);
    return {
        enabled: true,
        mode: 'callback',
        token: v.WECOM_BOT_TOKEN ?? '',
        aesKey: v.WECOM_BOT_AES_KEY ?? '',
    };
}
function toApp(v, issues) {
    const own = {
        WECOM_AGENT_ID: v.WECOM_AGENT_ID,
        WECOM_APP_SECRET: v.WECOM_APP_SECRET,
        WECOM_APP_TOKEN: v.WECOM_APP_TOKEN,
        WECOM_APP_AES_KEY: v.WECOM_APP_AES_KEY,
    };
    if (!isGiven(own))
        return { enabled: false };
    needAll({ WECOM_CORP_ID: v.WECOM_CORP_ID, ...own }, '自建应用', issues);
    return {
        enabled: true,
        corpId: v.WECOM_CORP_ID ?? '',
        agentId: v.WECOM_AGENT_ID ?? 0,
        secret: v.WECOM_APP_SECRET ?? '',
        token: v.WECOM_APP_TOKEN ?? '',
        aesKey: v.WECOM_APP_AES_KEY ?? '',
    };
}
