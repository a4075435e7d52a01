import { LIMITS } from './limits.js';
export class PaceStopped extends Error {
}
/** Kept for the sentence that says that the others wait. */
const RESERVED = 1;
const MOST_LANES = 5000;
export function createPace(clock, timing, options = { perMinute: LIMITS.perMinute, perHour: LIMITS.perHour }) {
    const lanes = new Map();
    let stopped = false;
    function laneOf(conversation) {
        const known = lanes.get(conversation);
        if (known)
            return known;
        if (lanes.size >= MOST_LANES)
            sweep(clock());
        const lane = { sent: [], queue: [], timer: null, told: false };
        lanes.set(conversation, lane);
        return lane;
    }
    function sweep(now) {
        for (const [key, lane] of lanes)
            if (lane.queue.length === 0 && lane.sent.every(({ at }) => at !== null && at < now - timing.hour))
                lanes.delete(key);
    }
    /** Milliseconds until one more may be sent, keeping `reserved` free. */
    function waitOf(lane, reserved) {
        const now = clock();
        lane.sent = lane.sent.filter(({ at }) => at === null || at > now - timing.hour);
        const times = lane.sent.map(({ at }) => at ?? now).toSorted((a, b) => a - b);
        const wait = (most, window) => {
            const nth = times.at(-(most - reserved));
            return nth === undefined ? 0 : nth + window - now;
        };
        return Math.max(0, wait(options.perMinute, timing.minute), wait(options.perHour, timing.hour));
    }
    function occupy(lane) {
        const place = { at: null };
        lane.sent.push(place);
        return () => {
            place.at ??= clock();
        };
    }
    function drain(lane) {
        lane.timer = null;
        while (lane.queue.length > 0) {
            const wait = waitOf(lane, RESERVED);
            if (wait > 0) {
                lane.timer = setTimeout(() => drain(lane), wait + 1);
                return;
            }
            lane.queue.shift()?.go(occupy(lane));
        }
        lane.told = false;
    }
    return {
        take(conversation, onWait) {
            if (stopped)
                return Promise.reject(new PaceStopped());
            const lane = laneOf(conversation);
            const wait = waitOf(lane, RESERVED);
            if (lane.queue.length === 0 && wait === 0) {
                return Promise.resolve(occupy(lane));
            }
            return new Promise((resolve, reject) => {
                lane.queue.push({ go: resolve, stop: () => reject(new PaceStopped()) });
                lane.timer ??= setTimeout(() => drain(lane), wait + 1);
                if (onWait && !lane.told && waitOf(lane, 0) === 0) {
                    lane.told = true;
                    lane.sent.push({ at: clock() });
                    onWait(Math.max(wait, 1));
                }
            });
        },
        tryTake(conversation) {
            const lane = laneOf(conversation);
            if (stopped || lane.queue.length > 0 || waitOf(lane, RESERVED) > 0)
                return null;
            return occupy(lane);
        },
        note(conversation) {
            laneOf(conversation).sent.push({ at: clock() });
        },
        waiting: () => [...lanes.values()].reduce((sum, lane) => sum + lane.queue.length, 0),
        stop() {
            stopped = true;
            for (const lane of lanes.values()) {
                if (lane.timer)
                    clearTimeout(lane.timer);
                for (const { stop } of lane.queue.splice(0))
                    stop();
            }
        },
    };
}
