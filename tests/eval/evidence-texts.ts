// What the evidence is learned from: titles, names, phrases and stories of every matter, read as questions are.
// not through the builder's door: the small corpus of all tests learns here, and needs none of its libraries
import { readStories } from '../../index-builder/lexicon/read.ts';
import { normalize } from '../../src/language/index.ts';
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

const NOTHING_LEARNED: EvidenceFile = {
  formatVersion: 1,
  learnedFrom: '',
  matters: [],
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
}

function textsOf(lexicon: Lexicon, stories: ReadonlyMap<string, readonly string[]>): Text[] {
  return lexicon.matters.flatMap((matter, m) =>
    [...new Set([matter.title, ...matter.names, ...matter.phrases, ...(stories.get(matter.id) ?? [])])].map(
      (text) => ({ matter: m, text }),
    ),
  );
}

/** Learns the evidence of a catalogue; `stories` by matter id. */
export function learnFromLexicon(
  lexicon: Lexicon,
  stories: ReadonlyMap<string, readonly string[]>,
  pipeline: TextPipeline,
): EvidenceFile {
  const ids = lexicon.matters.map(({ id }) => id);
  const phrases = createPhraseIndex(lexicon, createEvidence(NOTHING_LEARNED, ids), pipeline);
  const queries = createQueryMaker(lexicon, phrases, pipeline, { mends: false });
  const texts = textsOf(lexicon, stories);
  const labelled = texts.map(({ matter, text }): LabelledText => {
    const { terms } = queries.make(normalize(text, pipeline.characters));
    return { matter, terms };
  });
  return learnEvidence(ids, labelled, evidenceFingerprint(lexicon, stories));
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
