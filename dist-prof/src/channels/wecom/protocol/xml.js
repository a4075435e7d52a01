// A strict reader and a writer for WeCom's flat XML: elements, text and CDATA. No attributes, no entities besides the
// five of XML, no DOCTYPE, comments or instructions. Anything else is not XML for us.
const MOST_DEPTH = 6;
const MOST_ELEMENTS = 300;
const OPEN = /<(?<name>[A-Za-z][A-Za-z0-9_]{0,63})>/y;
const CLOSE = /<\/(?<name>[A-Za-z][A-Za-z0-9_]{0,63})>/y;
const CDATA = /<!\[CDATA\[(?<text>[\s\S]*?)\]\]>/y;
const TEXT = /[^<]+/y;
const ENTITY = /&(?<name>[^;]{0,8})(?<end>;?)/g;
const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const BLANK = /^\s*$/;
// characters that XML 1.0 does not have; halves of surrogate pairs stand alone only
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const ILLEGAL_ALL = new RegExp(ILLEGAL.source, 'gu');
class NotXml extends Error {
}
function unescape(text) {
    return text.replace(ENTITY, (whole, name, end) => {
        const character = end === ';' ? ENTITIES[name] : undefined;
        if (character === undefined)
            throw new NotXml(whole);
        return character;
    });
}
/** The element tree, or null for anything but the strict subset. */
export function parseXml(text) {
    if (ILLEGAL.test(text))
        return null;
    let at = 0;
    let elements = 0;
    const match = (pattern) => {
        pattern.lastIndex = at;
        const found = pattern.exec(text);
        if (found)
            at = pattern.lastIndex;
        return found;
    };
    function readElement(name, depth) {
        if (depth > MOST_DEPTH || ++elements > MOST_ELEMENTS)
            throw new NotXml('too deep');
        const children = [];
        let own = '';
        let hasText = false;
        for (;;) {
            const closed = match(CLOSE);
            if (closed) {
                if (closed.groups?.['name'] !== name)
                    throw new NotXml('closed another');
                if (children.length > 0 && hasText)
                    throw new NotXml('mixed content');
                return { name, text: children.length > 0 ? '' : own, children };
            }
            const opened = match(OPEN);
            if (opened) {
                children.push(readElement(opened.groups?.['name'] ?? '', depth + 1));
                continue;
            }
            const quoted = match(CDATA);
            const part = quoted ? (quoted.groups?.['text'] ?? '') : unescape(match(TEXT)?.[0] ?? fail());
            if (quoted || !BLANK.test(part))
                hasText = true;
            own += part;
        }
    }
    const fail = () => {
        throw new NotXml('unexpected');
    };
    try {
        const source = text.trim();
        if (!source.startsWith('<'))
            return null;
        at = text.indexOf('<');
        const root = readElement(match(OPEN)?.groups?.['name'] ?? fail(), 1);
        return BLANK.test(text.slice(at)) ? root : null;
    }
    catch (error) {
        if (error instanceof NotXml)
            return null;
        throw error;
    }
}
/** Fields of the root by name; null when the root is not `xml` or a name stands twice. */
export function toFields(root) {
    if (root?.name !== 'xml')
        return null;
    const fields = new Map(root.children.map((child) => [child.name, child]));
    return fields.size === root.children.length ? fields : null;
}
const cdata = (text) => `<![CDATA[${text.replaceAll(ILLEGAL_ALL, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
/** `<xml>…</xml>` with every text as CDATA and numbers bare. */
export function toXml(fields) {
    const parts = Object.entries(fields).map(([name, value]) => `<${name}>${typeof value === 'number' ? String(value) : cdata(value)}</${name}>`);
    return `<xml>${parts.join('')}</xml>`;
}
