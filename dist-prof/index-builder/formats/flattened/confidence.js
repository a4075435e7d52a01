/** Below this a row is reported as a doubtful split. Set where, over the re-layout trials, wrong rows fall under it. */
export const LOW_CONFIDENCE = 0.5;
/** Lead (in score) at which a reading without strain is as likely right as wrong. */
const EVEN_LEAD = 3;
const SLOPE = 0.9;
/** What one unit of strain takes off the lead. */
const STRAIN_WEIGHT = 0.5;
/** 0…1 in thousandths (the last digits of an exponential differ between versions of Node), growing with the lead over the next reading, falling with what the reading itself has to swallow. */
export function toConfidence(lead, strain) {
    const bounded = Math.min(lead, 9);
    const sure = 1 / (1 + Math.exp(-SLOPE * (bounded - EVEN_LEAD - STRAIN_WEIGHT * strain)));
    return Math.round(sure * 1000) / 1000;
}
/** The lead of the first reading over the next one that is different in its cells. */
export function toLead(readings) {
    const [best, second] = readings;
    if (!best || !second)
        return Infinity;
    return best.score - second.score;
}
