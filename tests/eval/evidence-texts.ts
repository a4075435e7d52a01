// What the evidence is learned from: titles, names, phrases and stories of every matter, read as questions are.
// not through the builder's door: the small corpus of all tests learns here, and needs none of its libraries
import { readStories } from '../../index-builder/lexicon/read.ts';
import { createSegmenter, normalize } from '../../src/language/index.ts';
import {
  createEvidence,
  createPhraseIndex,
  createQueryMaker,
  fingerprint,
  type EvidenceFile,
  type Lexicon,
  type TextPipeline,
} from '../../src/search/index.ts';
import { learnEvidence, type LabelledText } from './learn-evidence.ts';

/** Evidence before any lesson. */
export const NOTHING_LEARNED: EvidenceFile = {
  formatVersion: 2,
  learnedFrom: '',
  matters: [],
  words: '',
  terms: '',
  values: '',
  counts: '',
  owners: '',
  weights: '',
  step: 1,
};

interface Text {
  matter: number;
  text: string;
  told: boolean;
}

function textsOf(lexicon: Lexicon, stories: ReadonlyMap<string, readonly string[]>): Text[] {
  return lexicon.matters.flatMap((matter, m) => {
    const own = new Set([matter.title, ...matter.names, ...matter.phrases]);
    const told = new Set((stories.get(matter.id) ?? []).filter((text) => !own.has(text)));
    return [
      ...[...own].map((text) => ({ matter: m, text, told: false })),
      ...[...told].map((text) => ({ matter: m, text, told: true })),
    ];
  });
}

/** A word that fewer texts have is more often a slip of the segmenter. */
const FEWEST_TEXTS_OF_A_WORD = 4;

/**
 * The words that the texts are made of, in order. The language tables of the machine that learns are asked once, here;
 * whoever asks later cuts by this list.
 */
function collectWords(texts: readonly string[]): string {
  const cut = createSegmenter('intl');
  const carriers = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(cut(text))) {
      if (/^\p{Script=Han}{2,}$/u.test(word)) carriers.set(word, (carriers.get(word) ?? 0) + 1);
    }
  }
  return [...carriers]
    .filter(([, count]) => count >= FEWEST_TEXTS_OF_A_WORD)
    .map(([word]) => word)
    .sort()
    .join(' ');
}

/** Learns the evidence of a catalogue; `stories` by matter id. */
export function learnFromLexicon(
  lexicon: Lexicon,
  stories: ReadonlyMap<string, readonly string[]>,
  pipeline: TextPipeline,
): EvidenceFile {
  const ids = lexicon.matters.map(({ id }) => id);
  const texts = textsOf(lexicon, stories).map(({ matter, text, told }) => ({
    matter,
    told,
    text: normalize(text, pipeline.characters),
  }));
  const words = collectWords(texts.map(({ text }) => text));
  const phrases = createPhraseIndex(lexicon, createEvidence({ ...NOTHING_LEARNED, words }, ids), pipeline);
  const queries = createQueryMaker(lexicon, phrases, pipeline, { mends: false });
  const labelled = texts.map(({ matter, text, told }): LabelledText => ({
    matter,
    told,
    terms: queries.make(text).evidence,
  }));
  return learnEvidence(ids, labelled, { words, learnedFrom: evidenceFingerprint(lexicon, stories) });
}

/** The fingerprint that data/evidence.json carries when it was learned from these texts. */
export function evidenceFingerprint(
  lexicon: Lexicon,
  stories: ReadonlyMap<string, readonly string[]>,
): string {
  const ids = lexicon.matters.map(({ id }) => id);
  return fingerprint(
    JSON.stringify([ids, textsOf(lexicon, stories).map(({ matter, text }) => [matter, text])]),
  );
}

/** Stories of the catalogue in the repository. */
export function loadStories(lexicon: Lexicon): Map<string, string[]> {
  return readStories('.', new Set(lexicon.matters.map(({ id }) => id)));
}
