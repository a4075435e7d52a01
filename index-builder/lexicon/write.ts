// Writing what the runtime reads of the lexicon: data/lexicon.json, and data/ranking.json when there is none yet.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DutyFile } from '../../src/duty/index.ts';
import { compileLexicon } from './compile.ts';
import { DEFAULT_RANKING } from './default-ranking.ts';
import { readLexicon } from './read.ts';

function writeAtomically(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

/** Compiles `<rootDir>/data/lexicon` for the items of `<dataDir>/duties.json`. @throws LexiconError */
export function writeLexicon(rootDir: string, dataDir: string): { matters: number; linked: number; items: number } {
  const { items } = DutyFile.parse(JSON.parse(readFileSync(path.join(dataDir, 'duties.json'), 'utf8')));
  const lexicon = compileLexicon(readLexicon(rootDir), items);
  writeAtomically(path.join(dataDir, 'lexicon.json'), `${JSON.stringify(lexicon, null, 1)}\n`);
  const ranking = path.join(dataDir, 'ranking.json');
  if (!existsSync(ranking)) writeAtomically(ranking, `${JSON.stringify(DEFAULT_RANKING, null, 2)}\n`);
  return { matters: lexicon.matters.length, linked: Object.keys(lexicon.links).length, items: items.length };
}
