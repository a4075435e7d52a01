// The few settings that the terminal needs, from the environment.
import path from 'node:path';
import { z } from 'zod';
import { SEGMENTER_NAMES } from '../language/index.js';
import { AppError } from './errors.js';
const AskEnvironment = z.object({
    DUTY_DESK_DATA_DIR: z.string().min(1).optional(),
    DUTY_DESK_STATE_DIR: z.string().min(1).optional(),
    DUTY_DESK_SEGMENTER: z.enum(SEGMENTER_NAMES).default('bigram'),
    DUTY_DESK_BASE_URL: z.url().optional(),
});
/** Relative folders count from `rootDir`. @throws AppError `config-invalid` naming the variable. */
export function readAskSettings(env, rootDir) {
    const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
    const parsed = AskEnvironment.safeParse(filled);
    if (!parsed.success) {
        const name = parsed.error.issues[0]?.path.join('.') ?? '';
        throw new AppError('config-invalid', `环境变量 ${name} 的值不对，请对照 .env.example 修改。`);
    }
    const { data } = parsed;
    return {
        dataDir: path.resolve(rootDir, data.DUTY_DESK_DATA_DIR ?? 'data'),
        indexDir: path.join(path.resolve(rootDir, data.DUTY_DESK_STATE_DIR ?? 'var'), 'index'),
        segmenter: data.DUTY_DESK_SEGMENTER,
        baseUrl: data.DUTY_DESK_BASE_URL ?? null,
    };
}
