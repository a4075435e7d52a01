// What comes in from outside, as typed values. Unreadable input is null, never an exception.
import { z } from 'zod';
import { FEEDBACK_KINDS } from './pages/feedback.js';
import { LIMITS } from './limits.js';
// 12
const PAGE = /^[1-9]\d{0,4}$/;
// characters that no question or name has
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;
// /i/shule-alafu-2025-c62?q=… but not //elsewhere or /\elsewhere
const OWN_PATH = /^\/(?![/\\])[\x21-\x7e]*$/;
/** Trimmed and cut to `most` characters, control characters dropped; null when nothing is left. */
export function readText(value, most) {
    const text = (value ?? '').replace(CONTROL, '').trim();
    const cut = text.length > most ? [...text].slice(0, most).join('') : text;
    return cut === '' ? null : cut;
}
/** A page number from 1; null for anything else. */
export function readPage(value) {
    return value !== undefined && PAGE.test(value) ? Number(value) : null;
}
/** A path of this site to go back to; `/` for anything else. */
export function readOwnPath(value) {
    return value !== undefined && value.length <= 2000 && OWN_PATH.test(value) ? value : '/';
}
const text = (most) => z.string().max(most);
export const SignInForm = z.object({ token: text(200), next: text(2000).optional() });
export const FeedbackForm = z.object({
    q: text(LIMITS.question).refine((q) => q.trim() !== ''),
    t: text(80).default(''),
    item: text(80).default(''),
    decision: text(40).default(''),
    kind: z.enum(FEEDBACK_KINDS),
    comment: text(LIMITS.comment).default(''),
});
/** A form's fields, files left out; null when the body is not a form. */
export async function readForm(request) {
    try {
        const form = await request.formData();
        return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
    }
    catch {
        return null;
    }
}
