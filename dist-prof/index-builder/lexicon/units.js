// What names and phrases are compared by: pairs of neighbouring characters, without the words every name has.
// They say nothing about the matter.
const EMPTY_WORDS = /做好|开展|负责|落实|本乡|本镇|乡镇|本街道|辖区内?|工作|加强|组织|推进|本行政区域内?|行为|活动|按照|依法|相关|有关/g;
/** `负责防溺水工作` → 防溺, 溺水. A character that stands alone is a unit by itself. */
export function toUnits(text) {
    const units = new Set();
    for (const run of text.replace(EMPTY_WORDS, ' ').matchAll(/[\p{Script=Han}a-zA-Z0-9]+/gu)) {
        const characters = [...run[0]];
        if (characters.length === 1)
            units.add(run[0]);
        for (let i = 0; i + 1 < characters.length; i++)
            units.add(`${characters[i]}${characters[i + 1]}`);
    }
    return units;
}
/** One spelling for names that differ in punctuation only: `两违建筑整治。` → 两违建筑整治. */
export const spell = (name) => name.replace(/[^\p{Script=Han}a-zA-Z0-9]/gu, '');
const UNKNOWN_CARRIERS = 0.5;
/** What a unit weighs among `texts`: rare ones more; `power` 2 for squares. */
export function createWeights(texts, power) {
    const weights = new Map();
    for (const text of texts)
        for (const unit of text.keys())
            weights.set(unit, (weights.get(unit) ?? 0) + 1);
    const weigh = (carriers) => Math.log(1 + texts.length / carriers) ** power;
    for (const [unit, carriers] of weights)
        weights.set(unit, weigh(carriers));
    const unknown = weigh(UNKNOWN_CARRIERS);
    return (unit) => weights.get(unit) ?? unknown;
}
