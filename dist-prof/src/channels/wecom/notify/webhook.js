// A group's webhook (群机器人 / 消息推送): out only, 20 messages a minute. Its key is the credential.
import { setTimeout as sleep } from 'node:timers/promises';
import { BUSY, hintOf, TOO_OFTEN, WecomRefusal } from '../errors.js';
import { LIMITS } from '../limits.js';
import { createPace } from '../pace.js';
const MOST_TRIES = 3;
/** One place of the pace is kept for saying that one waits, which nobody does here. */
const RESERVED = 1;
export function createWebhook({ apiUrl, key, http, clock, timing }) {
    const pace = createPace(clock, timing, {
        perMinute: LIMITS.webhookPerMinute + RESERVED,
        perHour: LIMITS.webhookPerMinute * 60 + RESERVED,
    });
    const url = `${apiUrl}/cgi-bin/webhook/send?key=${encodeURIComponent(key)}`;
    async function post(text) {
        const sent = await pace.take('webhook');
        try {
            const answer = await http.request('POST', url, { msgtype: 'markdown', markdown: { content: text } });
            const fields = (typeof answer === 'object' && answer !== null ? answer : {});
            const code = Number(fields['errcode'] ?? 0);
            return code === 0 ? null : new WecomRefusal(code, hintOf(String(fields['errmsg'] ?? '')));
        }
        finally {
            sent();
        }
    }
    return {
        async send(text) {
            for (let tries = 1;; tries++) {
                const refusal = await post(text);
                if (!refusal)
                    return;
                const isPassing = refusal.code === BUSY || TOO_OFTEN.has(refusal.code);
                if (!isPassing || tries >= MOST_TRIES)
                    throw refusal;
                await sleep(refusal.code === BUSY ? timing.apiRetry * 2 ** tries : timing.minute);
            }
        },
    };
}
