// A listed document's facts: what it prints wins, the manifest fills what it does not, contradictions are reported.
import { toPlainPlaceName } from '../src/duty/index.js';
/** For importDocument: decides on the facts of one manifest entry. */
export function decideFromManifest(entry) {
    return (preface, _extraction, findings) => {
        reportContradictions(entry, preface, findings);
        const { place } = preface;
        return {
            id: entry.id,
            title: entry.title,
            township: place.township || entry.township,
            county: chooseCounty(place.county, entry.county),
            prefecture: place.prefecture || entry.prefecture,
            aliases: entry.aliases,
            countyAliases: entry.countyAliases,
            edition: preface.edition || entry.edition,
            // the stricter of the two: a mark must never be lost
            classification: preface.classification === 'internal' ? 'internal' : entry.classification,
            remarks: [...new Set([...preface.remarks, ...entry.remarks])],
        };
    };
}
/** 塔什库尔干县 in a title is the manifest's 塔什库尔干塔吉克自治县, not another county. */
function chooseCounty(printed, listed) {
    if (printed === '')
        return listed;
    return toPlainPlaceName(listed) === printed ? listed : printed;
}
function reportContradictions(entry, preface, findings) {
    const { place } = preface;
    const differences = [];
    const compare = (label, printed, listed) => {
        if (!isSamePlace(printed, listed))
            differences.push(`${label}：原文印作“${printed}”，登记为“${listed}”`);
    };
    compare('乡镇', place.township, entry.township);
    compare('县', place.county, entry.county);
    compare('地州市', place.prefecture, entry.prefecture);
    compare('版本', preface.edition, entry.edition);
    if (preface.classification === 'internal' && entry.classification === 'public') {
        differences.push('密级：原文标有“内部”，登记为公开');
    }
    if (differences.length === 0)
        return;
    const message = `来源登记与原文不一致（以原文为准）：${differences.join('；')}。`;
    findings.push({
        code: 'manifest-contradicts-print',
        severity: 'warning',
        list: null,
        no: null,
        line: null,
        message,
    });
}
/** Nothing printed or nothing listed contradicts nothing. */
function isSamePlace(printed, listed) {
    return printed === '' || listed === '' || toPlainPlaceName(printed) === toPlainPlaceName(listed);
}
