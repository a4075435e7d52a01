import { findHeading } from './section-heading.js';
import { findPointMark } from './point-mark.js';
/**
 * Sections of a duties cell in printed order. `departments` are those of the row's department cell: a heading that lost its colon is still known by them (莎车县委网信办 1.制订…).
 */
export function readSections(text, reader, departments = []) {
    const sections = [];
    let section = null;
    let point = '';
    let lastNumber = 0;
    const open = () => {
        section ??= startSection(sections, null, []);
        return section;
    };
    const closePoint = () => {
        const words = point.trim();
        if (words !== '')
            open().points.push({ text: words });
        point = '';
    };
    let position = 0;
    // a heading cannot stand right behind a point's mark: 1.日常防护：定期巡检
    let afterMark = -1;
    let afterHeading = -1;
    while (position < text.length) {
        const heading = position === afterMark
            ? null
            : findHeading(text, position, { reader, departments }, position === afterHeading);
        if (heading) {
            closePoint();
            section = startSection(sections, heading.text.trim(), heading.organisations.map((name) => reader.read(name)).flat());
            lastNumber = 0;
            position += heading.text.length;
            afterHeading = position;
            continue;
        }
        const mark = findPointMark(text, position, lastNumber);
        if (mark) {
            closePoint();
            if (mark.number !== null)
                lastNumber = mark.number;
            point = mark.text;
            position += mark.text.length;
            afterMark = position;
            continue;
        }
        if (lastNumber === 0 && isUnnumberedBreak(text[position - 1] ?? '', text[position] ?? ''))
            closePoint();
        point += text[position] ?? '';
        position += 1;
    }
    closePoint();
    return sections;
}
function startSection(sections, heading, organisations) {
    const section = { heading, organisations, points: [] };
    sections.push(section);
    return section;
}
/** 统一管理救灾捐赠工作；| 发出物资调拨令。: points that the page printed one a line without numbers. */
function isUnnumberedBreak(previous, next) {
    return /[；;。]/u.test(previous) && /\s/u.test(next);
}
