import { createWordList, normalize } from '../language/index.js';
// 阿拉甫乡 → 阿拉甫; a bare stem of two characters (城关) is too common a word to be a name.
const TOWNSHIP_SUFFIX = /(?<stem>.{3,})(?:民族乡|乡|镇|街道|苏木)$/;
const COUNTY_SUFFIX = /(?<stem>.{2,})(?:自治县|县|市|区|旗)$/;
// A county's name right before one of its offices says nothing about the township: 疏勒县公安局.
const OFFICE_FOLLOWS = /^(?:县|市|区)?(?:委|人大|政协|人民|[\p{Script=Han}]{0,14}(?:局|委员会|办公室|中心|法院|检察院|公司|大队|联合会|工会|残联|红十字会))/u;
// 在塔什米里克乡…, “塔什米里克镇的…”
const TOWNSHIP_LIKE = /(?:^|[\s在到是去和跟与,。、?!:"'(（“])(?<name>(?:(?![在到是去跟与])\p{Script=Han}){2,9}?(?:民族乡|乡|镇|街道))(?!镇|村|政府|干部|愁|亲|土|音)/gu;
/** `isKnownWord` tells words of ordinary speech, which a place name must not contain. */
export function createPlaceFinder(documents, characters, isKnownWord) {
    const spell = (text) => normalize(text, characters);
    const townships = new Map();
    const counties = new Map();
    const add = (map, name, id) => {
        if (name === undefined || name === '')
            return;
        const key = spell(name);
        const ids = map.get(key);
        if (ids)
            ids.add(id);
        else
            map.set(key, new Set([id]));
    };
    for (const document of documents) {
        const names = [document.township, ...document.aliases];
        for (const name of names) {
            add(townships, name, document.id);
            add(townships, TOWNSHIP_SUFFIX.exec(name)?.groups?.['stem'], document.id);
        }
        for (const name of [document.county, ...document.countyAliases]) {
            add(counties, name, document.id);
            add(counties, COUNTY_SUFFIX.exec(name)?.groups?.['stem'], document.id);
        }
    }
    const townshipWords = createWordList([...townships.keys()]);
    const countyWords = createWordList([...counties.keys()]);
    function findUnknown(text) {
        for (const match of text.matchAll(TOWNSHIP_LIKE)) {
            const name = match.groups?.['name'] ?? '';
            const stem = [...name.replace(/(?:民族乡|乡|镇|街道)$/, '')];
            if (stem.length < 2)
                continue;
            const strange = stem.every((c, i) => i + 1 >= stem.length || !isKnownWord(c + (stem[i + 1] ?? '')));
            if (stem.length >= 3 &&
                strange &&
                !/[我们咱本该他你这那哪某每各几全下返回家的了上外找打说跑让叫问请要归就来给和往从由原现当还被拔水农村县]/.test(stem.join('')))
                return name;
        }
        return null;
    }
    const order = documents.map((document) => document.id);
    const inOrder = (ids) => order.filter((id) => ids.has(id));
    return {
        find(text) {
            const townshipHits = townshipWords.find(text);
            const countyHits = countyWords.find(text);
            const hits = [...countyHits, ...townshipHits].sort((a, b) => a.start - b.start || b.end - a.end);
            const clean = hits.filter((hit, i) => !hits.slice(0, i).some((other) => hit.start < other.end && hit.end > other.start));
            const inCounties = new Set(countyHits.flatMap((hit) => [...(counties.get(hit.word) ?? [])]));
            const named = new Set();
            for (const hit of townshipHits) {
                const ids = townships.get(hit.word) ?? new Set();
                const narrowed = ids.size > 1 ? [...ids].filter((id) => inCounties.has(id)) : [];
                for (const id of narrowed.length > 0 ? narrowed : ids)
                    named.add(id);
            }
            if (named.size > 0)
                return { documentIds: inOrder(named), byTownship: true, hits: clean, byOffice: [], unknown: null };
            const unknown = findUnknown(text);
            const counted = new Set();
            const byOffice = new Set();
            for (const hit of countyHits) {
                const to = OFFICE_FOLLOWS.test(text.slice(hit.end)) ? byOffice : counted;
                for (const id of counties.get(hit.word) ?? [])
                    to.add(id);
            }
            return {
                documentIds: unknown === null ? inOrder(counted) : [],
                byTownship: false,
                hits: clean,
                byOffice: inOrder(byOffice),
                unknown,
            };
        },
    };
}
