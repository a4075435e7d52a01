// Bolt's logger on ours. Its debug lines hold bodies and are left out.
import { LogLevel } from '@slack/bolt';
const MOST = 500;
const toDetail = (parts) => parts
    .map((part) => (part instanceof Error ? part.message : String(part)))
    .join(' ')
    .slice(0, MOST);
/** Static messages; what Bolt says goes into a field. */
export function createBoltLogger(log) {
    return {
        debug: () => undefined,
        info: (...parts) => log.debug({ detail: toDetail(parts) }, 'bolt'),
        warn: (...parts) => log.warn({ detail: toDetail(parts) }, 'bolt warns'),
        error: (...parts) => log.error({ detail: toDetail(parts) }, 'bolt reports a fault'),
        getLevel: () => LogLevel.INFO,
        setLevel: () => undefined,
        setName: () => undefined,
    };
}
