// The layer rules of docs/architecture.md: who may import whom, and which rooms do no I/O.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
// import … from 'x'   export … from 'x'   import('x')
const IMPORT = /(?:from\s+|import\(\s*|import\s+)'(?<target>[^']+)'/g;

/** Room → rooms below it. Channels stand side by side. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  duty: [],
  language: ['duty'],
  search: ['language', 'duty'],
  answer: ['search', 'language', 'duty'],
  reply: ['answer', 'search', 'language', 'duty'],
  store: ['reply', 'answer', 'duty'],
  channels: ['store', 'reply', 'answer', 'search', 'language', 'duty'],
  app: ['channels', 'store', 'reply', 'answer', 'search', 'language', 'duty'],
};
const PURE = ['duty', 'language', 'search', 'answer', 'reply'];
const PURE_PACKAGES = new Set(['zod', 'minisearch', 'tiny-segmenter']);

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => match.groups?.['target'] ?? '');
}

const resolveImport = (file: string, target: string): string =>
  path.posix.join(path.posix.dirname(file), target);
const roomOf = (file: string): string | null =>
  /^src\/(?<room>[a-z]+)\//.exec(file)?.groups?.['room'] ?? null;
const channelOf = (file: string): string | null =>
  /^src\/channels\/(?<channel>[a-z]+)\//.exec(file)?.groups?.['channel'] ?? null;
const files = sourceFiles('src');

describe('layers', () => {
  it('finds the rooms it speaks of', () => {
    expect(new Set(files.map(roomOf).filter((room) => room !== null))).toEqual(
      new Set(Object.keys(MAY_IMPORT).filter((room) => files.some((file) => roomOf(file) === room))),
    );
    expect(files.length).toBeGreaterThan(30);
  });

  it.each(files)('%s imports only rooms below its own', (file) => {
    const room = roomOf(file);
    for (const target of importsOf(file).filter((name) => name.startsWith('.'))) {
      const resolved = resolveImport(file, target);
      expect(resolved.startsWith('src/'), `${file} imports ${target}`).toBe(true);
      const other = roomOf(resolved);
      if (room === null || other === null || other === room) continue;
      expect(MAY_IMPORT[room], `${file} imports ${target}`).toContain(other);
    }
  });

  it.each(files.filter((file) => PURE.includes(roomOf(file) ?? '')))(
    '%s does no I/O and reads no clock',
    (file) => {
      for (const target of importsOf(file).filter((name) => !name.startsWith('.'))) {
        expect(PURE_PACKAGES.has(target), `${file} imports ${target}`).toBe(true);
      }
      const text = readFileSync(path.join(ROOT, file), 'utf8').replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
      expect(text).not.toMatch(/\bprocess\.|\bDate\b|Math\.random|performance\.|\bfetch\(/);
    },
  );

  it('channels do not import each other, only the shared chat service', () => {
    for (const file of files.filter((name) => channelOf(name) !== null)) {
      for (const target of importsOf(file).filter((name) => name.startsWith('.'))) {
        const other = channelOf(resolveImport(file, target));
        if (other === null || other === channelOf(file)) continue;
        expect(other, `${file} imports ${target}`).toBe('chat');
      }
    }
  });

  it('other rooms enter a room by its door', () => {
    for (const file of files) {
      for (const target of importsOf(file).filter((name) => name.startsWith('.'))) {
        const resolved = resolveImport(file, target);
        const other = roomOf(resolved);
        if (other === null || other === roomOf(file) || other === 'app' || other === 'channels') continue;
        expect(resolved, `${file} imports ${target}`).toBe(`src/${other}/index.ts`);
      }
    }
  });

  it('the environment is read by the entries only', () => {
    const readers = files.filter((file) =>
      readFileSync(path.join(ROOT, file), 'utf8').includes('process.env'),
    );
    expect(readers.filter((file) => !file.startsWith('src/main') && file !== 'src/app/config.ts')).toEqual(
      [],
    );
  });
});
