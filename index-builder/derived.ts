// What is made from the items besides duties.json: the compiled lexicon with its links, and each township's
// search index. Nothing is written here, so that a mistake in the lexicon leaves all earlier data as it was.
import { createCharacters, createSegmenter } from '../src/language/index.ts';
import type { DutyFile } from '../src/duty/index.ts';
import { buildShardFile, type TextPipeline } from '../src/search/index.ts';
import { compileLexicon, readLexicon } from './lexicon/index.ts';

export interface Derived {
  /** Paths below the repository's root. */
  files: { path: string; text: string }[];
  /** Lines for a person. */
  report: string[];
}

/** @throws LexiconError when a lexicon file is wrong. */
export function deriveFrom(file: DutyFile, rootDir: string): Derived {
  const lexicon = compileLexicon(readLexicon(rootDir), file.items);
  const pipeline: TextPipeline = {
    segmenter: 'bigram',
    segment: createSegmenter('bigram'),
    characters: createCharacters(lexicon.characters),
  };
  const unlinked = file.items.filter((item) => lexicon.links[item.id] === undefined);
  return {
    files: [
      { path: 'data/lexicon.json', text: `${JSON.stringify(lexicon, null, 1)}\n` },
      ...file.documents.map((document) => {
        const items = file.items.filter((item) => item.documentId === document.id);
        const shard = buildShardFile(document.id, items, pipeline);
        return { path: `var/index/${document.id}.bigram.json`, text: JSON.stringify(shard) };
      }),
    ],
    report: [
      `事情目录：${lexicon.matters.length} 件事，${file.items.length - unlinked.length} 项已对上，${unlinked.length} 项未对上${unlinked.length > 0 ? `：${unlinked.map((item) => item.id).join('、')}` : '。'}`,
    ],
  };
}
