// The index command as a process: what a person and a script see.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { runIndex } from '../../index-builder/command.ts';
import { ROOT } from '../support/organisations.ts';
import { sampleList } from '../support/sample-list.ts';

const folder = mkdtempSync(join(tmpdir(), 'duty-index-'));

/** Runs `npm run index -- …` as its own process. */
function run(...args: string[]) {
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tsx, join(ROOT, 'index-builder/main.ts'), ...args],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return { status, stdout, stderr };
}

/** Runs the command in this process, on a root of its own. */
function runIn(rootDir: string, ...args: string[]) {
  let stdout = '';
  let stderr = '';
  const status = runIndex(args, {
    rootDir,
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  return { status, stdout, stderr };
}

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Listed {
  township: string;
  text: string;
  sha256?: string;
}

/** A root with a data folder of made-up lists. */
function createRoot(name: string, lists: readonly Listed[]): string {
  const root = join(folder, name);
  mkdirSync(join(root, 'data/sources'), { recursive: true });
  cpSync(join(ROOT, 'data/lexicon'), join(root, 'data/lexicon'), { recursive: true });
  writeFileSync(join(root, 'data/corrections.json'), '{"formatVersion":1,"corrections":[]}');
  const documents = lists.map(({ township, text, sha256 }, index) => {
    const file = `sources/${index}.txt`;
    writeFileSync(join(root, 'data', file), text);
    return {
      id: `xihe-t${index}-2025`,
      title: `西河县${township}履职事项清单`,
      township,
      county: '西河县',
      prefecture: '东山地区',
      aliases: [],
      countyAliases: [],
      edition: '2025年8月',
      classification: 'public',
      remarks: [],
      file,
      sha256: sha256 ?? createHash('sha256').update(text).digest('hex'),
    };
  });
  writeFileSync(join(root, 'data/sources.json'), JSON.stringify({ formatVersion: 1, documents }));
  return root;
}

describe('--source as a process', () => {
  it('writes only items to stdout and the audit to its file', () => {
    const source = put('good.txt', sampleList());
    const audit = join(folder, 'good.audit.json');
    const { status, stdout, stderr } = run('--source', source, '--export', '-', '--audit', audit);
    expect([status, stderr]).toEqual([0, '']);
    const items = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(items).toHaveLength(6);
    expect(items[2]).toMatchObject({
      township: '南岭镇',
      county: '西河县',
      prefecture: '东山地区',
      departments: ['西河县公安局', '西河县消防救援局'],
    });
    expect(String(items[0]?.['id'])).toMatch(/^x[0-9a-f]{12}-b1$/u);
    const written = JSON.parse(readFileSync(audit, 'utf8')) as Record<string, unknown>;
    expect(Object.keys(written)).toEqual(['file', 'counts', 'declared', 'findings', 'ledger']);
    expect(written['counts']).toEqual({ basic: 2, cooperative: 2, reclaimed: 2 });
  });

  it.each<[string, string | Uint8Array, string, string]>([
    ['empty.txt', '', 'source-unreadable', '空的'],
    ['photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]), 'source-unreadable', '图片'],
    ['large.txt', Buffer.alloc(50 * 1024 * 1024, '县'), 'source-unreadable', '20 MB'],
    ['letter.txt', '各位村民：\n明天上午十点开会。\n', 'not-a-duty-list', '表头'],
    ['missing-table.txt', sampleList({ without: 'cooperative' }), 'list-missing', '配合履职事项'],
    ['cut.txt', sampleList().split('证明事项')[0] ?? '', 'numbers-lost', '断了'],
    ['placeless.txt', sampleList({ preface: false, place: '' }), 'place-unknown', '--township'],
  ])('refuses %s', (name, content, code, advice) => {
    const { status, stdout, stderr } = run('--source', put(name, content), '--export', '-');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`[${code}]`);
    expect(stderr).toContain(name);
    expect(stderr).toContain(advice);
    expect(stderr).not.toMatch(/\n\s+at /u);
  });
});

describe('--source', () => {
  it('takes the place from options where none is printed', async () => {
    const source = put('placeless-2.txt', sampleList({ preface: false, place: '' }));
    const { status, stdout } = runIn(
      ROOT,
      '--source',
      source,
      '--export',
      '-',
      '--township',
      '南岭镇',
      '--county',
      '西河县',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout.split('\n')[3] ?? '')).toMatchObject({
      township: '南岭镇',
      county: '西河县',
      departments: ['县农业农村局'],
    });
  });

  it('lets the print win over options, and says so', async () => {
    const audit = join(folder, 'options.audit.json');
    const { status, stdout } = runIn(
      ROOT,
      '--source',
      put('printed.txt', sampleList()),
      '--export',
      '-',
      '--audit',
      audit,
      '--township',
      '北岭镇',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({ township: '南岭镇' });
    expect(readFileSync(audit, 'utf8')).toContain('manifest-contradicts-print');
  });

  it.each([
    ['gb18030', iconv.encode(sampleList(), 'gb18030')],
    ['utf-16', iconv.encode(sampleList(), 'utf-16')],
    ['crlf', Buffer.from(`\uFEFF${sampleList().replaceAll('\n', '\r\n')}`)],
  ])('gives the same items whatever the encoding: %s', async (_name, bytes) => {
    const path = put('encoding.txt', sampleList());
    const plain = runIn(ROOT, '--source', path, '--export', '-').stdout;
    writeFileSync(path, bytes);
    expect(runIn(ROOT, '--source', path, '--export', '-').stdout).toBe(plain);
  });

  it('says in a line what it read when nothing is exported', async () => {
    const { stdout } = runIn(ROOT, '--source', put('short.txt', sampleList()));
    expect(stdout).toContain('西河县南岭镇：读出 6 项');
  });
});

describe('a rebuild', () => {
  it('writes the data, tells a person, and gives the same bytes again', async () => {
    const root = createRoot('two', [
      { township: '南岭镇', text: sampleList() },
      {
        township: '北岭镇',
        text: sampleList({ place: '东山地区西河县北岭镇' }).replaceAll('南岭镇', '北岭镇'),
      },
    ]);
    const first = runIn(root);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain('共 2 份清单，12 项');
    const bytes = readFileSync(join(root, 'data/duties.json'));
    runIn(root);
    expect(readFileSync(join(root, 'data/duties.json')).equals(bytes)).toBe(true);
    expect(existsSync(join(root, 'data/audit.json'))).toBe(true);
  });

  it.each<[string, Listed[], string]>([
    ['a wrong sha256', [{ township: '南岭镇', text: sampleList(), sha256: '0'.repeat(64) }], 'hash-mismatch'],
    [
      'two lists of one township',
      [
        { township: '南岭镇', text: sampleList() },
        { township: '南岭镇', text: `${sampleList()}\n` },
      ],
      'township-twice',
    ],
    ['a table missing', [{ township: '南岭镇', text: sampleList({ without: 'basic' }) }], 'list-missing'],
    ['an empty file', [{ township: '南岭镇', text: '' }], 'source-unreadable'],
  ])('with %s writes nothing and keeps the earlier data', async (name, lists, code) => {
    const root = createRoot(name.replaceAll(' ', '-'), lists);
    writeFileSync(join(root, 'data/duties.json'), 'earlier');
    const { status, stdout, stderr } = runIn(root);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`[${code}]`);
    expect(stderr).toContain('保持不变');
    expect(readFileSync(join(root, 'data/duties.json'), 'utf8')).toBe('earlier');
  });

  it('shows all lists that are wrong, not only the first', async () => {
    const root = createRoot('several', [
      { township: '南岭镇', text: '' },
      { township: '北岭镇', text: '各位村民' },
    ]);
    const { stderr } = runIn(root);
    expect(stderr).toContain('source-unreadable');
    expect(stderr).toContain('not-a-duty-list');
  });

  it('explains a broken manifest', async () => {
    const root = createRoot('broken', [{ township: '南岭镇', text: sampleList() }]);
    writeFileSync(join(root, 'data/sources.json'), '{');
    expect(runIn(root).stderr).toContain('data/sources.json');
  });
});

describe('usage', () => {
  it('prints Chinese help', async () => {
    const { status, stdout } = runIn(ROOT, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('用法：');
    expect(stdout).toContain('--source');
  });

  it('exits 2 on an unknown option', async () => {
    const { status, stderr } = runIn(ROOT, '--nothing');
    expect(status).toBe(2);
    expect(stderr).toContain('用法有误');
  });
});
