// Text in and out. Inbound: Slack's tokens and escapes undone once. Outbound: escaping for the few places that
// Slack parses; official wording never goes there.
import { findPermalinkId } from '../../duty/index.js';
// <@U123>   <#C123|general>   <!subteam^S1|@team>   <https://a.example|label>
const TOKEN = /<(?<body>[^<>]*)>/g;
const ENTITY = /&(?:lt|gt|amp);/g;
const CHARACTER = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const BLANKS = /[^\S\n]+/g;
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const unescape = (text) => text.replace(ENTITY, (entity) => CHARACTER[entity] ?? entity);
function readToken(body) {
    const bar = body.indexOf('|');
    const target = bar === -1 ? body : body.slice(0, bar);
    const label = bar === -1 ? '' : body.slice(bar + 1);
    switch (body.charAt(0)) {
        case '@':
            return ' ';
        case '#':
            return label === '' ? ' ' : `#${label}`;
        case '!':
            return target.startsWith('!date') ? label : ' ';
        default:
            // an item's address says more than its label
            return label === '' || findPermalinkId(target) !== null ? target.replace(/^mailto:/, '') : label;
    }
}
/** What a person wrote, in plain text. `<@UBOT> 烧秸秆&lt;冒烟&gt;归谁管` → `烧秸秆<冒烟>归谁管`. */
export function toPlainText(text) {
    const read = text.replace(TOKEN, (_whole, body) => readToken(body));
    return unescape(read).replace(BLANKS, ' ').trim();
}
/** Whether a message addresses persons other than the bot. */
export function mentionsOthers(text, botUserId) {
    return [...text.matchAll(/<@(?<id>[A-Z0-9]+)/g)].some((match) => match.groups?.['id'] !== botUserId);
}
/** For `text` and `mrkdwn`: nothing in it can notify, link or format by brackets. */
export const escapeText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** At most `most` UTF-16 units, cut between graphemes, with an ellipsis where something was cut. */
export function cut(text, most) {
    if (text.length <= most)
        return text;
    let out = '';
    for (const { segment } of graphemes.segment(text)) {
        if (out.length + segment.length > most - 1)
            break;
        out += segment;
    }
    return `${out}…`;
}
/** Escaped and cut; never in the middle of an entity. */
export function escapeAndCut(text, most) {
    const whole = escapeText(text);
    if (whole.length <= most)
        return whole;
    let out = '';
    for (const { segment } of graphemes.segment(text)) {
        const next = escapeText(segment);
        if (out.length + next.length > most - 1)
            break;
        out += next;
    }
    return `${out}…`;
}
/** Pieces of at most `most` units, broken between graphemes; together the whole text. */
export function pieces(text, most) {
    if (text.length <= most)
        return [text];
    const out = [];
    let piece = '';
    for (const { segment } of graphemes.segment(text)) {
        if (piece.length + segment.length > most) {
            out.push(piece);
            piece = '';
        }
        piece += segment;
    }
    return piece === '' ? out : [...out, piece];
}
