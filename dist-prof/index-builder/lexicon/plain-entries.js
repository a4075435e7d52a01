// Reads the everyday form of a lexicon list without the YAML library, which takes a second for a megabyte: entries
// of plain scalars, flow lists of slugs and block lists. Whatever is written otherwise is left to the library.
// - id: farm-straw     title: 秸秆禁烧     phrases:     related: [a, b]
const KEY = /^(?<dash>- | {2})(?<key>[a-z][A-Za-z]*):(?: (?<text>\S.*))?$/;
//     - 地里点火
const ELEMENT = /^ {4}- (?<text>\S.*)$/;
// farm-straw   KTV
const WORD = /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/;
const KEYWORD = /^(?:true|false|null)$/i;
// "12345": nothing escaped inside
const QUOTED = /^"(?<inner>[^"\\\t]*)"$/;
// [a, b-c]   []
const FLOW = /^\[(?<inner>[a-z0-9, -]*)\]$/;
// a Han character makes it a string; no sign that YAML gives a meaning
const PLAIN = /^[^\s\-?:,[\]{}#&*!|>'"%@`][^\t]*$/u;
const HAN = /\p{Script=Han}/u;
const MEANINGFUL = /: |:$| #/;
/** The scalar that a plain text is in YAML; null where it might be something else than a string of these characters. */
function toScalar(text) {
    if (WORD.test(text))
        return KEYWORD.test(text) ? null : text;
    const inner = QUOTED.exec(text)?.groups?.['inner'];
    if (inner !== undefined)
        return inner;
    return PLAIN.test(text) && HAN.test(text) && !MEANINGFUL.test(text) && text.trim() === text ? text : null;
}
function toSlugs(text) {
    const inner = FLOW.exec(text)?.groups?.['inner'];
    if (inner === undefined)
        return null;
    const slugs = inner.trim() === '' ? [] : inner.split(', ');
    return slugs.every((slug) => toScalar(slug) !== null) ? slugs : null;
}
/** The entries of a list file in its everyday form; null as soon as any line is not. */
export function readPlainEntries(text) {
    const entries = [];
    let list = null;
    for (const [index, line] of text.split('\n').entries()) {
        if (line === '' || line.startsWith('#'))
            continue;
        const element = ELEMENT.exec(line)?.groups?.['text'];
        if (element !== undefined) {
            const scalar = toScalar(element);
            if (list === null || scalar === null)
                return null;
            list.push(scalar);
            continue;
        }
        // a key without a value is null in YAML
        if (list?.length === 0)
            return null;
        const groups = KEY.exec(line)?.groups;
        if (!groups)
            return null;
        if (groups['dash'] === '- ')
            entries.push({ value: {}, line: index + 1 });
        const entry = entries.at(-1);
        const key = groups['key'] ?? '';
        if (!entry || KEYWORD.test(key) || Object.hasOwn(entry.value, key))
            return null;
        const given = groups['text'];
        const value = given === undefined ? [] : (toSlugs(given) ?? toScalar(given));
        if (value === null)
            return null;
        entry.value[key] = value;
        list = given === undefined ? value : null;
    }
    return list?.length === 0 || entries.length === 0 ? null : entries;
}
