// Duties cells given structure: sections under headings (疏勒县公安局：, 晋升程序：, 一、…) and their points.
// Nothing is lost and nothing moves: headings and points put together are the cell again, blanks aside.
import type { DutySection, Organisation } from '../../src/duty/index.ts';
import type { OrganisationReader } from './organisations.ts';
import { findHeading } from './section-heading.ts';
import { findPointMark } from './point-mark.ts';

/** Between two Chinese characters stands no heading, mark or break: each needs the end of a clause, or a number. */
const PLAIN_RUN = /(?<=[一-龥])[一-龥]+/uy;

/**
 * Sections of a duties cell in printed order. `departments` are those of the row's department cell: a heading that lost its colon is still known by them (莎车县委网信办 1.制订…).
 */
export function readSections(
  text: string,
  reader: OrganisationReader,
  departments: readonly Organisation[] = [],
): DutySection[] {
  const sections: DutySection[] = [];
  let section: DutySection | null = null;
  let point = '';
  let lastNumber = 0;
  const open = (): DutySection => {
    section ??= startSection(sections, null, []);
    return section;
  };
  const closePoint = (): void => {
    const words = point.trim();
    if (words !== '') open().points.push({ text: words });
    point = '';
  };
  let position = 0;
  // a heading cannot stand right behind a point's mark: 1.日常防护：定期巡检
  let afterMark = -1;
  let afterHeading = -1;
  while (position < text.length) {
    const heading =
      position === afterMark
        ? null
        : findHeading(text, position, { reader, departments }, position === afterHeading);
    if (heading) {
      closePoint();
      section = startSection(
        sections,
        heading.text.trim(),
        heading.organisations.map((name) => reader.read(name)).flat(),
      );
      lastNumber = 0;
      position += heading.text.length;
      afterHeading = position;
      continue;
    }
    const mark = findPointMark(text, position, lastNumber);
    if (mark) {
      closePoint();
      if (mark.number !== null) lastNumber = mark.number;
      point = mark.text;
      position += mark.text.length;
      afterMark = position;
      continue;
    }
    if (lastNumber === 0 && isUnnumberedBreak(text[position - 1] ?? '', text[position] ?? '')) closePoint();
    PLAIN_RUN.lastIndex = position + 1;
    const end = PLAIN_RUN.test(text) ? PLAIN_RUN.lastIndex : position + 1;
    point += text.slice(position, end);
    position = end;
  }
  closePoint();
  return sections;
}

function startSection(
  sections: DutySection[],
  heading: string | null,
  organisations: DutySection['organisations'],
): DutySection {
  const section: DutySection = { heading, organisations, points: [] };
  sections.push(section);
  return section;
}

/** 统一管理救灾捐赠工作；| 发出物资调拨令。: points that the page printed one a line without numbers. */
function isUnnumberedBreak(previous: string, next: string): boolean {
  return /[；;。]/u.test(previous) && /\s/u.test(next);
}
