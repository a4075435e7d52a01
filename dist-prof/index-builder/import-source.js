// A single list that no manifest knows (--source): its place is read from the document, options fill the gaps.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { toPlainPlaceName } from '../src/duty/index.js';
import { BuildFault } from './fault.js';
import { importDocument } from './import-document.js';
import { readSource } from './source/index.js';
/** Imports one file. Throws a BuildFault when it is unreadable, no duty list, or nobody says whose it is. */
export function importSource(options, lexicon) {
    const { source, sha256 } = readSource(options.path, options.path);
    const text = source.lines.join('\n');
    const decide = (preface, extraction, findings) => {
        const township = preface.place.township || (options.township ?? '');
        const county = preface.place.county || (options.county ?? '') || findCountyInCells(extraction);
        if (township === '') {
            const message = '文件里没有印是哪个乡镇（街道）的清单。请用 --township 某某乡 --county 某某县 说明。';
            throw new BuildFault('place-unknown', message, { file: options.path, line: 1 });
        }
        if (county === '')
            findings.push(toCountyUnknown());
        reportOptions(options, preface, findings);
        return {
            id: toSourceId(county, township, text),
            title: `${preface.place.prefecture}${county}${township}履职事项清单`,
            township,
            county,
            prefecture: preface.place.prefecture,
            aliases: [],
            countyAliases: county === '' ? [] : [...new Set([toPlainPlaceName(county)])].filter((name) => name !== county),
            edition: preface.edition,
            classification: preface.classification,
            remarks: preface.remarks,
        };
    };
    const imported = importDocument({ source, sha256, lexicon, corrections: [], decide });
    return imported;
}
/** `x` and the first 12 hexadecimal digits of the SHA-256 of place and text. */
function toSourceId(county, township, text) {
    const hash = createHash('sha256').update(`${county}\n${township}\n${text}`).digest('hex');
    return `x${hash.slice(0, 12)}`;
}
// 疏勒县|公安局、疏勒县|民政局
const COUNTY_START = /^(?<county>[\p{Script=Han}]{2,11}?(?:自治县|自治旗|县|旗|市|区))(?!场)(?=.{2,})/u;
/** Fewer than this share of the department cells naming one county says nothing. */
const COUNTY_SHARE = 0.3;
/** The county that most department cells begin with; empty when none is frequent. */
function findCountyInCells({ rows }) {
    const counts = new Map();
    let cells = 0;
    for (const { departments } of rows) {
        if (!departments)
            continue;
        cells += 1;
        const county = COUNTY_START.exec(departments.text)?.groups?.['county'];
        if (county !== undefined)
            counts.set(county, (counts.get(county) ?? 0) + 1);
    }
    const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
    return best && best[1] >= cells * COUNTY_SHARE ? best[0] : '';
}
function toCountyUnknown() {
    const message = '文件里没有印是哪个县（市、区），只写“县”“市”的部门无法补全。可用 --county 某某县 说明。';
    return { code: 'place-incomplete', severity: 'warning', list: null, no: null, line: null, message };
}
function reportOptions(options, preface, findings) {
    const pairs = [
        ['乡镇', preface.place.township, options.township ?? ''],
        ['县', preface.place.county, options.county ?? ''],
    ];
    for (const [label, printed, given] of pairs) {
        if (printed === '' || given === '' || toPlainPlaceName(printed) === toPlainPlaceName(given))
            continue;
        const message = `命令行给的${label}是“${given}”，原文（${basename(options.path)}）印作“${printed}”，以原文为准。`;
        findings.push({
            code: 'manifest-contradicts-print',
            severity: 'warning',
            list: null,
            no: null,
            line: null,
            message,
        });
    }
}
