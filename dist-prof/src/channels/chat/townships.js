// Townships by what people type: whole names in commands, first characters in pickers.
import {} from '../../duty/index.js';
import { normalize } from '../../language/index.js';
// 阿拉甫乡 → 阿拉甫
const TOWNSHIP_SUFFIX = /(?:民族乡|乡|镇|街道|苏木)$/u;
const COUNTY_SUFFIX = /(?:自治县|县|市|区|旗)$/u;
// shule-alafu-2025
const ID_YEAR = /-\d{4}$/;
/** Normalised names, each also without its suffix. */
function withStem(names, suffix, characters) {
    const forms = names.flatMap((name) => [name, name.replace(suffix, '')]);
    return [...new Set(forms.map((form) => normalize(form, characters)))].filter((name) => [...name].length >= 2);
}
export function createTownshipFinder(characters) {
    const known = new Map();
    function namesOf(document) {
        const cached = known.get(document.id);
        if (cached)
            return cached;
        const names = {
            townships: withStem([document.township, ...document.aliases], TOWNSHIP_SUFFIX, characters),
            counties: withStem([document.county, ...document.countyAliases], COUNTY_SUFFIX, characters),
            pinyin: document.id.replace(ID_YEAR, ''),
        };
        known.set(document.id, names);
        return names;
    }
    function named(name, documents) {
        const wanted = normalize(name, characters).replaceAll(' ', '');
        const exact = documents.filter((document) => {
            const { townships, counties } = namesOf(document);
            return (townships.includes(wanted) ||
                counties.some((county) => townships.some((township) => county + township === wanted)));
        });
        return exact.length > 0
            ? exact
            : documents.filter((document) => namesOf(document).counties.includes(wanted));
    }
    /** Smaller is better; null when it does not fit. */
    function rank(document, typed) {
        const { townships, counties, pinyin } = namesOf(document);
        const parts = pinyin.split('-');
        if (townships.some((name) => name.startsWith(typed)))
            return 0;
        if (counties.some((name) => name.startsWith(typed)))
            return 1;
        if (townships.some((name) => name.includes(typed)))
            return 2;
        if (counties.some((county) => townships.some((township) => (county + township).startsWith(typed))))
            return 2;
        const letters = typed.replaceAll(' ', '');
        if (/^[a-z]+$/.test(letters) &&
            (parts.some((part) => part.startsWith(letters)) || parts.join('').startsWith(letters)))
            return 3;
        return null;
    }
    return {
        named,
        matching(typed, documents) {
            const text = normalize(typed, characters);
            if (text === '')
                return [...documents];
            const ranked = documents.flatMap((document) => {
                const place = rank(document, text);
                return place === null ? [] : [{ document, place }];
            });
            return ranked.toSorted((a, b) => a.place - b.place).map(({ document }) => document);
        },
        words: (documents, of) => [
            ...new Set(documents.flatMap((document) => of === 'township'
                ? namesOf(document).townships.filter((name) => [...name].length > 2 || TOWNSHIP_SUFFIX.test(name))
                : namesOf(document).counties)),
        ].sort((a, b) => b.length - a.length),
    };
}
