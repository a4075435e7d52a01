import { wording } from '../wording.zh.js';
/** WeCom polls for six minutes and retries for less. */
const KEPT_MS = 15 * 60_000;
export function createStreams(clock) {
    const live = new Map();
    return {
        get: (id) => live.get(id)?.stream ?? null,
        open(id) {
            const now = clock();
            for (const [key, { at }] of live) {
                if (now - at <= KEPT_MS)
                    break;
                live.delete(key);
            }
            let wake = () => undefined;
            const ready = new Promise((resolve) => {
                wake = resolve;
            });
            const stream = {
                id,
                content: wording.working,
                drawn: null,
                isSilent: false,
                isRefused: false,
                ready,
                show(text) {
                    stream.content = text;
                    wake();
                },
                finish(drawn) {
                    stream.drawn = drawn;
                    stream.isSilent = drawn === null;
                    wake();
                },
                refuse() {
                    stream.isRefused = true;
                    wake();
                },
            };
            live.set(id, { stream, at: now });
            return stream;
        },
        drop: (id) => void live.delete(id),
    };
}
/** What a stream says to a callback or a poll, as WeCom's passive reply. */
export function toStreamBody(stream) {
    const { drawn } = stream;
    if (!drawn)
        return { msgtype: 'stream', stream: { id: stream.id, finish: false, content: stream.content } };
    const body = {
        id: stream.id,
        finish: true,
        content: drawn.text,
        ...(drawn.feedbackId === null ? {} : { feedback: { id: drawn.feedbackId } }),
    };
    return drawn.card
        ? { msgtype: 'stream_with_template_card', stream: body, template_card: drawn.card }
        : { msgtype: 'stream', stream: body };
}
