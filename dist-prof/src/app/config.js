// The configuration: read once from the environment, checked whole, frozen. Nothing else reads the environment.
import path from 'node:path';
import { z } from 'zod';
import { SlackVariables, toSlackConfig } from '../channels/slack/config.js';
import { toWecomConfig, WecomVariables } from '../channels/wecom/config.js';
import { SEGMENTER_NAMES } from '../language/index.js';
import { AppError } from './errors.js';
const TOKEN_HASH = /^[0-9a-f]{64}$/;
// slack:C0123   wecom:*   *
const PATTERN = /^(?:\*|[a-z]+:[^\s:,]+(?::[^\s:,]+)?)$/;
const list = (pattern, hint) => z
    .string()
    .default('')
    .transform((text) => text
    .split(/[,，;；\s]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== ''))
    .refine((parts) => parts.every((part) => pattern.test(part)), hint);
const tokenHashes = list(TOKEN_HASH, '每一项应是访问口令的 SHA-256（64 位小写十六进制），不是口令本身');
const patterns = list(PATTERN, '写成 slack:C0123、wecom:* 这样的形式，多项用逗号隔开');
const count = (fallback, most) => z.coerce
    .number('应为数字')
    .int('应为整数')
    .min(0, '不能小于 0')
    .max(most, `不能大于 ${most}`)
    .default(fallback);
const key = z.string().min(32, '至少 32 个字符').optional();
/** Every variable of the application itself; channels declare their own. Also the source of .env.example's check. */
const OwnVariables = z.object({
    DUTY_DESK_DATA_DIR: z.string().default('data'),
    DUTY_DESK_STATE_DIR: z.string().default('var'),
    DUTY_DESK_SEGMENTER: z.enum(SEGMENTER_NAMES, `只能是 ${SEGMENTER_NAMES.join('、')}`).default('bigram'),
    DUTY_DESK_LOG_LEVEL: z
        .enum(['debug', 'info', 'warn', 'error', 'silent'], '只能是 debug、info、warn、error、silent')
        .default('info'),
    DUTY_DESK_HOST: z.string().default('127.0.0.1'),
    DUTY_DESK_PORT: count(8787, 65_535),
    DUTY_DESK_BASE_URL: z
        .url({ protocol: /^https?$/, error: '应为完整地址，例如 https://zhize.example' })
        .optional(),
    DUTY_DESK_TRUST_PROXY: z.stringbool({ error: '只能是 true 或 false' }).default(false),
    DUTY_DESK_METRICS_TOKEN: z.string().min(16, '至少 16 个字符').optional(),
    DUTY_DESK_READER_TOKENS: tokenHashes,
    DUTY_DESK_KEEPER_TOKENS: tokenHashes,
    DUTY_DESK_WEB_PER_MINUTE: count(120, 100_000),
    DUTY_DESK_SIGNING_KEY: key,
    DUTY_DESK_HASH_KEY: key,
    DUTY_DESK_INTERNAL_CONVERSATIONS: patterns,
    DUTY_DESK_BINDERS: patterns,
    DUTY_DESK_PERSON_PER_MINUTE: count(20, 100_000),
    DUTY_DESK_CONVERSATION_PER_MINUTE: count(60, 100_000),
    DUTY_DESK_QUESTION_LOG_DAYS: count(30, 3650),
});
export const Variables = OwnVariables.extend(SlackVariables.shape).extend(WecomVariables.shape);
/** Names of variables whose value is a secret. */
const SECRET = /(?:TOKEN|SECRET|_KEY|AES_KEY|TOKENS)$/;
const OURS = /^(?:DUTY_DESK|WECOM)_/;
function freezeDeep(value) {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value))
        return value;
    for (const part of Object.values(value))
        freezeDeep(part);
    return Object.freeze(value);
}
/** @throws AppError `config-invalid` with a line for every variable that is missing or wrong; never with its value. */
function fail(issues) {
    const lines = issues.map(({ variable, hint }) => `  ${variable}：${hint}`);
    throw new AppError('config-invalid', `配置有 ${issues.length} 处要改（在 .env 或环境变量里，各项说明见 .env.example）：\n${lines.join('\n')}`);
}
/**
 * The whole configuration. Relative folders count from `rootDir`; an empty value is as good as none.
 * @throws AppError `config-invalid`
 */
export function loadConfig(env, rootDir) {
    const given = Object.fromEntries(Object.entries(env).flatMap(([name, value]) => {
        const trimmed = value?.trim() ?? '';
        return trimmed === '' ? [] : [[name, trimmed]];
    }));
    const parsed = Variables.safeParse(given);
    if (!parsed.success) {
        fail(parsed.error.issues.map((issue) => ({ variable: issue.path.join('.'), hint: issue.message })));
    }
    const v = parsed.data;
    const slack = toSlackConfig(SlackVariables.parse(given));
    const wecom = toWecomConfig(WecomVariables.parse(given));
    const issues = [...(Array.isArray(slack) ? slack : []), ...(Array.isArray(wecom) ? wecom : [])];
    if (Array.isArray(slack) || Array.isArray(wecom))
        fail(issues);
    const config = {
        data: {
            dataDir: path.resolve(rootDir, v.DUTY_DESK_DATA_DIR),
            stateDir: path.resolve(rootDir, v.DUTY_DESK_STATE_DIR),
            rootDir,
            segmenter: v.DUTY_DESK_SEGMENTER,
        },
        log: { level: v.DUTY_DESK_LOG_LEVEL },
        http: {
            host: v.DUTY_DESK_HOST,
            port: v.DUTY_DESK_PORT,
            trustProxy: v.DUTY_DESK_TRUST_PROXY,
            metricsToken: v.DUTY_DESK_METRICS_TOKEN ?? null,
        },
        baseUrl: v.DUTY_DESK_BASE_URL?.replace(/\/+$/, '') ?? null,
        web: {
            readerTokenHashes: v.DUTY_DESK_READER_TOKENS,
            keeperTokenHashes: v.DUTY_DESK_KEEPER_TOKENS,
            requestsPerMinute: v.DUTY_DESK_WEB_PER_MINUTE,
        },
        keys: { signing: v.DUTY_DESK_SIGNING_KEY ?? null, hash: v.DUTY_DESK_HASH_KEY ?? null },
        chat: {
            internalConversations: v.DUTY_DESK_INTERNAL_CONVERSATIONS,
            binders: v.DUTY_DESK_BINDERS,
            personPerMinute: v.DUTY_DESK_PERSON_PER_MINUTE,
            conversationPerMinute: v.DUTY_DESK_CONVERSATION_PER_MINUTE,
            questionLogDays: v.DUTY_DESK_QUESTION_LOG_DAYS,
        },
        slack,
        wecom,
    };
    return {
        config: freezeDeep(config),
        unknown: Object.keys(given).filter((name) => OURS.test(name) && !(name in Variables.shape)),
        secrets: Object.entries(given).flatMap(([name, value]) => name in Variables.shape && SECRET.test(name) ? [value] : []),
    };
}
