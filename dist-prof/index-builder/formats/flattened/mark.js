import { departmentStartFit, organisationFit } from './organisations.js';
import { isHeadingLine, toPointMark, toPointMarks } from './point-mark.js';
import { toWidth } from './text-line.js';
import { ORGANISATION_END } from './vocabulary.js';
import { firstWordWidth } from './wrap.js';
const OPENING = /[（《“‘【(]/g;
const CLOSING = /[）》”’】)]/g;
// 工作方式：取消乡镇相关工作
export const METHOD_START = /^(?:工作方式|承接方式|方式)[：:]/;
/** What the row's pieces are, seen with a document's model. */
export function toMarks(pieces, model) {
    return pieces.map((piece, i) => {
        const { text } = piece;
        const previous = pieces[i - 1]?.text ?? '';
        const isHeading = isHeadingLine(text);
        const points = toPointMarks(text);
        const heading = isHeading || (text.length <= 24 && ORGANISATION_END.test(text) && !/[，。；、]/.test(text));
        const opens = (text.match(OPENING)?.length ?? 0) - (text.match(CLOSING)?.length ?? 0);
        const wholeHeading = isHeading && !/[。；;]$/.test(previous) && i > 0 ? previous + text : text;
        return {
            piece,
            width: toWidth(text, model.quoteWidth),
            firstWord: firstWordWidth(text, model.quoteWidth),
            points,
            opensOrganisation: opensWithOrganisation(pieces, i, model),
            startsPoint: toPointMark(text) !== null,
            heading,
            headingOfOrganisation: isHeading && ORGANISATION_END.test(wholeHeading.slice(0, -1).replace(/[（(][^）)]*[）)]$/, '')),
            opens,
            quiet: points.length === 0 && !heading && opens === 0,
            organisationEnd: ORGANISATION_END.test(previous + text) || /[）)]$/.test(text),
            sentence: /[。；;]/.test(text) || toPointMark(text) !== null,
            side: sideOf(text, model.side),
            organisationStart: departmentStartFit(text, model.departmentStarts, model.openings),
            repeats: repeatsHeading(pieces, i),
            afterOrganisation: isOrganisationLine(previous),
            beforeMethod: isOrganisationLine(text) && METHOD_START.test(pieces[i + 1]?.text ?? ''),
        };
    });
}
// 县水利局：1.负责…   县水利局负责防汛（河道）：   (before a colon, no other mark)
const BEFORE_COLON = /^(?<name>[^，。；：:]{3,60})[：:]/;
function opensWithOrganisation(pieces, at, model) {
    const text = pieces[at]?.text ?? '';
    const whole = /[，。；：:]/.test(text) ? text : text + (pieces[at + 1]?.text ?? '');
    const name = BEFORE_COLON.exec(whole)?.groups?.['name'];
    if (name === undefined || toPointMark(name))
        return false;
    for (const organisation of model.organisations.keys())
        if (name.startsWith(organisation))
            return true;
    return false;
}
function repeatsHeading(pieces, at) {
    const text = pieces[at]?.text ?? '';
    const level = toPointMark(text)?.level;
    if (text.length < 3 || (!isHeadingLine(text) && level !== 0 && level !== 1))
        return false;
    if (isHeadingLine(text) && ORGANISATION_END.test(text.slice(0, -1)))
        return false;
    return pieces.slice(0, at).some((piece) => piece.text === text);
}
function isOrganisationLine(text) {
    return text.length <= 40 && organisationFit(text) === 0;
}
/** Looks at the same pieces with a model learnt since. */
export function refreshMarks(marks, model) {
    const pieces = marks.map((mark) => mark.piece);
    for (const [i, mark] of marks.entries()) {
        mark.opensOrganisation = opensWithOrganisation(pieces, i, model);
        mark.side = sideOf(mark.piece.text, model.side);
        mark.organisationStart = departmentStartFit(mark.piece.text, model.departmentStarts, model.openings);
    }
}
function sideOf(text, side) {
    let sum = 0;
    for (let i = 1; i < text.length; i += 1)
        sum += side.get(text.slice(i - 1, i + 1)) ?? 0;
    return Math.max(-1.5, Math.min(1.5, sum * 0.35));
}
