// Reading the lexicon files; every complaint names file and line.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { OrganisationTable } from '../../src/duty/index.ts';
import { readPlainEntries } from './plain-entries.ts';
import { readPlainRows } from './plain-rows.ts';
import {
  LinksFile,
  LookAlikesFile,
  MatterEntry,
  OutsideEntry,
  QuestionsFile,
  StoriesFile,
} from './schema.ts';

/** A mistake in a lexicon file. The message is Chinese and says where. */
export class LexiconError extends Error {
  readonly code = 'lexicon-invalid';
  constructor(problems: readonly string[]) {
    super(`词典有误，未生成任何数据：\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'LexiconError';
  }
}

/** Where an entry stands: `data/lexicon/matters/welfare.yaml:120`. */
export interface Placed<T> {
  value: T;
  where: string;
}

export interface LexiconSources {
  matters: Placed<MatterEntry>[];
  outside: Placed<z.infer<typeof OutsideEntry>>[];
  questions: z.infer<typeof QuestionsFile>;
  links: z.infer<typeof LinksFile>;
  lookAlikes: string[];
  organisations: z.infer<typeof OrganisationTable>;
}

interface ParsedFile {
  file: string;
  document: Document.Parsed;
  lines: LineCounter;
}

function parseFile(rootDir: string, file: string, problems: string[]): ParsedFile {
  const lines = new LineCounter();
  const text = readFileSync(path.join(rootDir, file), 'utf8');
  const document = parseDocument(text, { lineCounter: lines });
  for (const error of document.errors) {
    problems.push(
      `${file}:${lines.linePos(error.pos[0]).line} 不是正确的 YAML：${error.message.split('\n')[0] ?? ''}`,
    );
  }
  return { file, document, lines };
}

function lineOf(parsed: ParsedFile, at: readonly PropertyKey[]): number {
  for (let depth = at.length; depth >= 0; depth--) {
    const node = parsed.document.getIn(at.slice(0, depth), true) as
      { range?: [number, number, number] } | undefined;
    if (node?.range) return parsed.lines.linePos(node.range[0]).line;
  }
  return 1;
}

function check<T>(
  parsed: ParsedFile,
  schema: z.ZodType<T>,
  value: unknown,
  at: PropertyKey[],
  problems: string[],
): T | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const keys = [...at, ...issue.path];
    problems.push(`${parsed.file}:${lineOf(parsed, keys)} ${issue.path.join('.')} ${issue.message}`);
  }
  return null;
}

/** A list file: the everyday form first, the library for any other form and to place a mistake. */
function readList<T>(rootDir: string, file: string, schema: z.ZodType<T>, problems: string[]): Placed<T>[] {
  const plain = readPlainEntries(readFileSync(path.join(rootDir, file), 'utf8'));
  const placed = (plain ?? []).flatMap(({ value, line }) => {
    const result = schema.safeParse(value);
    return result.success ? [{ value: result.data, where: `${file}:${line}` }] : [];
  });
  if (plain && placed.length === plain.length) return placed;
  const parsed = parseFile(rootDir, file, problems);
  const content: unknown = parsed.document.toJS();
  if (!Array.isArray(content)) {
    problems.push(`${file}:1 应为一个列表（每项以“- id:”开头）`);
    return [];
  }
  return content.flatMap((entry: unknown, i) => {
    const value = check(parsed, schema, entry, [i], problems);
    return value === null ? [] : [{ value, where: `${file}:${lineOf(parsed, [i])}` }];
  });
}

function readWhole<T>(
  rootDir: string,
  file: string,
  schema: z.ZodType<T>,
  fallback: T,
  problems: string[],
): T {
  const parsed = parseFile(rootDir, file, problems);
  return check(parsed, schema, parsed.document.toJS() ?? fallback, [], problems) ?? fallback;
}

/** A table of one-line rows: the short way first, the library for any other form and to place a mistake. */
function readTable<T>(rootDir: string, file: string, schema: z.ZodType<T[]>, problems: string[]): T[] {
  const plain = schema.safeParse(readPlainRows(readFileSync(path.join(rootDir, file), 'utf8')));
  return plain.success ? plain.data : readWhole(rootDir, file, schema, [], problems);
}

function yamlFiles(rootDir: string, folder: string): string[] {
  return readdirSync(path.join(rootDir, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/**
 * Told questions by matter (data/lexicon/stories), from which `npm run tune` learns; the runtime never reads them.
 * @throws LexiconError for a file that is not in order or speaks of a matter that is not among `matterIds`.
 */
export function readStories(rootDir: string, matterIds: ReadonlySet<string>): Map<string, string[]> {
  const problems: string[] = [];
  const stories = new Map<string, string[]>();
  for (const file of yamlFiles(rootDir, 'data/lexicon/stories')) {
    const parsed = parseFile(rootDir, file, problems);
    const entries = check(parsed, StoriesFile, parsed.document.toJS() ?? {}, [], problems) ?? {};
    for (const [id, texts] of Object.entries(entries)) {
      if (!matterIds.has(id)) problems.push(`${file}:${lineOf(parsed, [id])} 没有这件事：${id}`);
      stories.set(id, [...(stories.get(id) ?? []), ...texts]);
    }
  }
  if (problems.length > 0) throw new LexiconError(problems);
  return stories;
}

/** All lexicon files under `data/lexicon`, checked. @throws LexiconError listing every mistake found. */
export function readLexicon(rootDir: string): LexiconSources {
  const problems: string[] = [];
  const sources: LexiconSources = {
    matters: yamlFiles(rootDir, 'data/lexicon/matters').flatMap((file) =>
      readList(rootDir, file, MatterEntry, problems),
    ),
    outside: readList(rootDir, 'data/lexicon/outside.yaml', OutsideEntry, problems),
    questions: readWhole(
      rootDir,
      'data/lexicon/questions.yaml',
      QuestionsFile,
      { noise: [], weak: [], facets: {}, pointers: [], greetings: [], help: [], offTopic: [] },
      problems,
    ),
    links: readWhole(rootDir, 'data/lexicon/links.yaml', LinksFile, {}, problems),
    lookAlikes: readWhole(rootDir, 'data/lexicon/look-alikes.yaml', LookAlikesFile, [], problems),
    organisations: readTable(rootDir, 'data/lexicon/organisations.yaml', OrganisationTable, problems),
  };
  problems.push(...findContradictions(sources));
  if (problems.length > 0) throw new LexiconError(problems);
  return sources;
}

function findContradictions(sources: LexiconSources): string[] {
  const problems: string[] = [];
  const seen = new Map<string, string>();
  for (const { value, where } of [...sources.matters, ...sources.outside]) {
    const earlier = seen.get(value.id);
    if (earlier !== undefined) problems.push(`${where} 编号 ${value.id} 与 ${earlier} 重复`);
    seen.set(value.id, where);
  }
  for (const { value, where } of sources.matters) {
    for (const id of value.related) {
      if (!seen.has(id)) problems.push(`${where} related 指向不存在的事情 ${id}`);
    }
  }
  for (const [item, ids] of Object.entries(sources.links)) {
    for (const id of ids) {
      if (!seen.has(id)) problems.push(`data/lexicon/links.yaml ${item} 指向不存在的事情 ${id}`);
    }
  }
  return problems;
}
