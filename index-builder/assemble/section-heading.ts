// Headings inside a duties cell: 疏勒县公安局：  晋升程序：  一、政协委员人选推荐工作. Says which organisations one names.
import type { Organisation } from '../../src/duty/index.ts';
import type { OrganisationReader } from './organisations.ts';

export interface Heading {
  /** As printed, with its colon and what belongs to it. */
  text: string;
  /** The organisations' names in it, as printed. */
  organisations: readonly string[];
}

export interface HeadingContext {
  reader: OrganisationReader;
  /** The row's departments. */
  departments: readonly Organisation[];
}

// 疏勒县公安局：  莎车县烟草局职责：  莎车县委组织部（考核）：  塔什库尔干县委组织部：(考核)
const WITH_COLON =
  /^(?<title>[^，。；;：:！？\n\d][^，。；;：:！？\n]{1,90}?)\s*[：:](?:\s*[（(][^（）()。；]{1,12}[）)](?=\s*(?:1[.．、]|$)))?/u;
// 莎车县委网信办 1.制订…   塔什库尔干县人力资源和社会保障局； 组织招聘
const WITHOUT_COLON =
  /^(?<title>\p{Script=Han}[\p{Script=Han}（）()、]{2,40}?)(?<end>\s*[；;]|(?=\s*1[.．、]))/u;
// 一、政协委员人选推荐工作 1.…   一、推动商业体系建设，做好保障工作(a line of its own)
const NUMBERED_TITLE =
  /^[一二三四五六七八九十]{1,3}、(?:[^。；;：:\s]{2,50}?[：:]?(?=\n|1[.．、])|[^，。；;：:\s]{2,40}?[：:]?(?=\s))/u;
// 一、扬尘综合治理|克州生态环境局阿合奇县分局：
const NUMBERED_START = /^[一二三四五六七八九十]{1,3}、[^。；;：:\s]{4,110}[：:]/u;
// （考核）  负责公务员干部（晋升程序）
const REMARK = /[（(][^（）()]*[）)]$/u;
// a heading starts where a sentence has ended
const BOUNDARY = /(?:^|[\s。；;！？）)”])$/u;
const LONGEST_TITLE = 26;
// 1.…: what follows a heading that names no organisation
const POINT_AHEAD = /^\s*(?:1[.．、]|（[1一]）|①|一、)/u;

/** The heading at a position of a cell, or null. `afterHeading`: another heading ends just before the position. */
export function findHeading(
  text: string,
  position: number,
  context: HeadingContext,
  afterHeading = false,
): Heading | null {
  const previous = position === 0 ? '' : (text[position - 1] ?? '');
  if (!(afterHeading || BOUNDARY.test(previous)) || /\s/u.test(text[position] ?? '')) return null;
  const rest = text.slice(position, position + 140);
  return (
    findNumberedBeforeDepartment(rest, context) ??
    findTitled(rest, previous, context) ??
    findNumbered(rest) ??
    findUnmarked(rest, context)
  );
}

function findTitled(rest: string, previous: string, { reader }: HeadingContext): Heading | null {
  const match = WITH_COLON.exec(rest);
  const title = match?.groups?.['title'] ?? '';
  if (!match || title === '') return null;
  const names = toOrganisationTitle(title, reader);
  if (names) return { text: match[0], organisations: names };
  if (title.length > LONGEST_TITLE || /[、]/u.test(title.slice(0, 3))) return null;
  const after = rest.slice(match[0].length);
  const standsAlone = /^\s/u.test(after) && (previous === '' || /\s/u.test(previous));
  if (!POINT_AHEAD.test(after) && !standsAlone) return null;
  return { text: match[0], organisations: toSubject(title, reader) };
}

/** 莎车县委组织部（考核） → [莎车县委组织部]; null when the title is not made of organisations. */
function toOrganisationTitle(title: string, reader: OrganisationReader): readonly string[] | null {
  const bare = title.trim().replace(/的?(?:主要)?职责$/u, '');
  for (const candidate of [bare, bare.replace(REMARK, '')]) {
    if (reader.isOrganisations(candidate)) return reader.divide(candidate);
  }
  return null;
}

/** 莎车县人力资源和社会保障局负责事业编制干部（晋升程序）: the organisation before 负责. */
function toSubject(title: string, reader: OrganisationReader): readonly string[] {
  const subject = title.split(/负责|牵头/u)[0] ?? '';
  return subject !== title && reader.isOrganisations(subject) ? reader.divide(subject) : [];
}

function findNumbered(rest: string): Heading | null {
  const match = NUMBERED_TITLE.exec(rest);
  return match ? { text: match[0], organisations: [] } : null;
}

/** 一、扬尘综合治理克州生态环境局阿合奇县分局：: the line break between title and department is lost. */
function findNumberedBeforeDepartment(rest: string, { departments }: HeadingContext): Heading | null {
  const start = NUMBERED_START.exec(rest)?.[0].slice(0, -1);
  if (start === undefined) return null;
  const department = departments.find(({ printed }) => start.endsWith(printed));
  return department ? { text: start.slice(0, -department.printed.length), organisations: [] } : null;
}

/** Only names of the row's own departments stand without a colon. */
function findUnmarked(rest: string, { reader, departments }: HeadingContext): Heading | null {
  const match = WITHOUT_COLON.exec(rest);
  const title = match?.groups?.['title'] ?? '';
  if (!match || title === '' || !reader.isOrganisations(title)) return null;
  const names = reader.divide(title);
  if (!names.every((name) => departments.some(({ canonical }) => canonical === reader.toCanonical(name))))
    return null;
  return { text: match[0], organisations: names };
}
