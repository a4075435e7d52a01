// The canonical form of an organisation: 疏勒县人社局, 县人社局 → 疏勒县人力资源和社会保障局. Names and lexicon in,
// names out; the table itself is data/lexicon/organisations.yaml, read by whoever calls.
import { z } from 'zod';
import { findPlacePrefix, toPlacePrefixes, toPlainPlaceName } from './place.js';
export const OrganisationEntry = z.strictObject({
    /** Full name without its place: 人力资源和社会保障局. */
    name: z.string().min(2),
    short: z.array(z.string().min(1)).default([]),
    /** Names from before a reform, and other spellings. */
    old: z.array(z.string().min(1)).default([]),
    /** Party organs stand behind 委: 县委组织部. */
    party: z.boolean().default(false),
});
export const OrganisationTable = z.array(OrganisationEntry);
// 自然资源局（林业和草原局）: another name of the same body, or a part of it
const PARENTHESES = /[（(][^（）()]*[）)]/gu;
// 国家税务总局莎车县税务局, 国网疏勒县供电公司, 国网新疆电力有限公司疏勒县供电公司
const NATIONAL = /^(?:国家税务总局|国网(?:[^县市区旗]{0,12}(?:有限)?公司)?|国家电网)(?=.{2,12}(?:税务局|供电公司))/u;
// 喀什地区生态环境局莎车县分局, 州生态环境局伊宁市分局, 地区生态环境局莎车分局, 市生态环境分局
const BRANCH = /^(?<parent>.{0,12}?)生态环境局?(?<branch>.{0,14}?)分局$/u;
// 中国人民政治协商会议阿合奇县委员会
const CONFERENCE = /^(?:中国人民政治协商会议|人民政协)(?<place>.{0,12}?)委员会$/u;
// 中国共产党疏勒县委员会组织部, 中共疏勒县委组织部
const PARTY_START = /^(?:中国共产党|中共)/u;
// 委组织部, 委员会组织部, 委员会机构编制委员会办公室; not 委员会办公室
const BEHIND_PARTY = /^委(?:员会)?(?<organ>.{2,})$/u;
// 团县委, 共青团疏勒县委, 共青团疏勒县委员会
const YOUTH_LEAGUE = /^(?:共青团|团)(?<place>.{0,12}?)委(?:员会)?$/u;
/** Builds the lexicon from the table's entries. */
export function createOrganisationLexicon(entries) {
    const byName = new Map();
    for (const entry of entries) {
        for (const name of new Set([entry.name, ...entry.short, ...entry.old])) {
            byName.set(name, [...(byName.get(name) ?? []), entry]);
        }
    }
    // a full name always means itself first
    for (const entry of entries) {
        const others = (byName.get(entry.name) ?? []).filter((other) => other !== entry);
        byName.set(entry.name, [entry, ...others]);
    }
    return { entries, byName };
}
/**
 * Takes a printed name apart: 疏勒县委组织部 → {疏勒县, party, 组织部}. A name that the lexicon knows whole
 * (市场监督管理局) has no prefix, though it begins like one.
 */
export function toOrganisationParts(printed, place, lexicon) {
    const name = printed.replace(NATIONAL, '').replace(PARTY_START, '');
    if (lexicon.byName.has(name.replace(PARENTHESES, '')))
        return { prefix: null, party: false, stem: name };
    const prefix = findPlacePrefix(name, toPlacePrefixes(place));
    const rest = prefix ? name.slice(prefix.printed.length) : name;
    const organ = BEHIND_PARTY.exec(rest)?.groups?.['organ'] ?? '';
    const known = lexicon.byName.get(organ.replace(PARENTHESES, ''))?.some((entry) => entry.party) === true;
    const party = known || (organ !== '' && !rest.startsWith('委员会'));
    return { prefix, party, stem: party ? organ : rest };
}
/**
 * The full name by which items of one department are collected. `known` are names printed in full in the same
 * document: they decide between the entries of a short form (文旅局). Names outside the lexicon only get their
 * county; names of other places stay as they are.
 */
export function toCanonicalOrganisation(printed, place, lexicon, known = new Set()) {
    const bare = printed.replace(PARENTHESES, '').trim() || printed;
    const branch = toBranch(bare, place);
    if (branch)
        return branch;
    const league = YOUTH_LEAGUE.exec(bare)?.groups?.['place'];
    const conference = CONFERENCE.exec(bare)?.groups?.['place'];
    const plain = league === undefined ? (conference === undefined ? bare : `${conference}政协`) : `${league}团委`;
    const parts = toOrganisationParts(plain, place, lexicon);
    const entry = chooseEntry(parts, lexicon, known);
    const stem = entry?.name ?? parts.stem;
    const county = toPlainPlaceName(place.county);
    if (parts.prefix === null && !entry)
        return bare;
    const full = parts.prefix?.full ?? county;
    return `${full}${entry?.party || (parts.party && !entry) ? '委' : ''}${stem}`;
}
function chooseEntry(parts, lexicon, known) {
    const candidates = lexicon.byName.get(parts.stem) ?? [];
    if (candidates[0]?.name === parts.stem)
        return candidates[0];
    return (candidates.find((entry) => known.has(entry.name)) ?? candidates[0] ?? findMisprinted(parts.stem, lexicon));
}
/** 克州 is short for 克孜勒苏州: its characters in order, the last one the same. */
function isShortFor(short, full) {
    let index = 0;
    for (const character of full)
        if (character === short[index])
            index += 1;
    return index === short.length && full.endsWith(short.at(-1) ?? '');
}
/** Shorter names differ by one character and are different bodies (教育局, 教科局). */
const SHORTEST_MISPRINT = 6;
/** 卫生健康健委员会 → 卫生健康委员会: one character too many in a long full name. */
function findMisprinted(stem, lexicon) {
    if (stem.length <= SHORTEST_MISPRINT)
        return null;
    for (let index = 0; index < stem.length; index += 1) {
        const mended = stem.slice(0, index) + stem.slice(index + 1);
        const entry = lexicon.byName.get(mended)?.[0];
        if (entry?.name === mended)
            return entry;
    }
    return null;
}
/** True for a branch of the prefecture's environment bureau: 克州生态环境局阿合奇县分局. */
export function isEnvironmentBranch(name) {
    return BRANCH.test(name);
}
/** 地区生态环境局莎车分局, 生态环境分局 → 喀什地区生态环境局莎车县分局. */
function toBranch(name, place) {
    const groups = BRANCH.exec(name)?.groups;
    const county = toPlainPlaceName(place.county);
    if (!groups || county === '')
        return null;
    const prefecture = toPlainPlaceName(place.prefecture);
    const parent = groups['parent'] ?? '';
    const isOwn = isShortFor(parent, prefecture) || parent === county || county.endsWith(parent);
    return `${isOwn ? prefecture : parent}生态环境局${county}分局`;
}
