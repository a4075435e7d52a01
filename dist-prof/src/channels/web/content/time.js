// Times as the people here read them: Beijing time, whatever the machine's zone is.
const BEIJING = 8 * 60 * 60 * 1000;
const two = (n) => String(n).padStart(2, '0');
/** `2026年11月23日 17:42:05（北京时间）` without the remark; 24 hours. */
export function toBeijingTime(milliseconds) {
    const t = new Date(milliseconds + BEIJING);
    return `${t.getUTCFullYear()}年${t.getUTCMonth() + 1}月${t.getUTCDate()}日 ${two(t.getUTCHours())}:${two(t.getUTCMinutes())}:${two(t.getUTCSeconds())}`;
}
/** `2026-11-23 17:42`, for tables. */
export function toShortBeijingTime(milliseconds) {
    return new Date(milliseconds + BEIJING).toISOString().slice(0, 16).replace('T', ' ');
}
