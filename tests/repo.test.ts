// What the repository promises about itself: README commands exist, data and lexicon belong together.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compileLexicon, readLexicon } from '../index-builder/lexicon/index.ts';
import { loadData } from '../src/app/data.ts';
import { DutyFile } from '../src/duty/index.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

describe('README', () => {
  const scripts = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read('package.json'))).scripts;
  const readme = read('README.md');

  it('names only scripts that exist', () => {
    const named = [...readme.matchAll(/npm (?:run (?:-s )?)(?<name>[a-z:]+)/g)].map(
      (match) => match.groups?.['name'] ?? '',
    );
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  it('gives the answer that the command prints', { timeout: 60_000 }, () => {
    const printed = execFileSync(
      'npm',
      ['run', '-s', 'ask', '--', '谁负责秸秆焚烧', '--township', '阿拉甫乡'],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    );
    const shown = /```text\n(?<answer>[\s\S]*?)\n…\n```/.exec(readme)?.groups?.['answer'];
    expect(shown).toBeDefined();
    expect(printed.startsWith(shown ?? '?')).toBe(true);
  });
});

describe('generated data', () => {
  it('data/lexicon.json equals a fresh compilation', () => {
    const { items } = DutyFile.parse(JSON.parse(read('data/duties.json')));
    expect(compileLexicon(readLexicon(ROOT), items)).toEqual(JSON.parse(read('data/lexicon.json')));
  });

  it('loads', () => {
    const data = loadData(path.join(ROOT, 'data'), 'bigram');
    expect(data.corpus.documents).toHaveLength(5);
  });
});

describe('.env.example', () => {
  it('names every variable that the code reads', () => {
    const documented = new Set(
      [...read('.env.example').matchAll(/^#?\s?(?<name>[A-Z][A-Z0-9_]+)=/gm)].map((m) => m.groups?.['name']),
    );
    const used = new Set(
      [...read('src/app/ask-settings.ts').matchAll(/\b(?<name>DUTY_DESK_[A-Z_]+)\b/g)].map(
        (m) => m.groups?.['name'],
      ),
    );
    expect(used.size).toBeGreaterThan(3);
    for (const name of used) expect(documented).toContain(name);
  });
});
