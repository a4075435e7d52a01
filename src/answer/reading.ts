// Understanding one question: what it names and asks (reading), apart from finding rows for it.
import {
  createOrganisationLexicon,
  createOrganisationFinder,
  type Corpus,
  type DutyDocument,
  type Organisation,
  type OrganisationMention,
  type Place,
} from '../duty/index.ts';
import {
  createWordList,
  cutOut,
  normalize,
  toNgrams,
  type Characters,
  type WordList,
} from '../language/index.ts';
import {
  createQueryMaker,
  type Lexicon,
  type PhraseIndex,
  type Query,
  type TextPipeline,
} from '../search/index.ts';
import { createAskedFinder, type Asked } from './asked.ts';
import { looksLikeFollowUp } from './conversation.ts';
import { findItemReference, type ItemReference } from './item-reference.ts';
import { findListingSigns, LISTING_WORDS, type ListingSigns } from './listing.ts';
import { createPlaceFinder, type PlaceFinder, type PlaceMention } from './places.ts';

export interface Reading {
  /** The normalised question. */
  text: string;
  places: PlaceMention;
  reference: ItemReference | null;
  asked: Asked;
  listing: ListingSigns;
  /** The question without places, @mentions and references: what is searched. */
  content: string;
  query: Query;
  /** How much it says of any matter, in information: what is left besides places, departments, lists and words of follow-ups. */
  topic: number;
  followUp: boolean;
  /** A question about whether it is on the list at all. */
  doubt: boolean;
  talk: 'greeting' | 'help' | 'off_topic' | 'empty' | null;
}

export interface Reader {
  /** `visible`: documents that the reader may see; the names of the others are words like any other. */
  read(text: string, visible?: ReadonlySet<string>): Reading;
  /** Departments of a document that a text names, canonical, in text order. */
  departments(text: string, document: DutyDocument): string[];
  /** What remains of a text besides listing words, departments and a category, in information. */
  leftover(reading: Reading, document: DutyDocument | null, category: string | null): number;
}

const MENTION = /[@＠][^\s@,，。:：]{1,20}\s?/gu;
const DOUBT =
  /清单(?:里|上|中)?(?:有没有|有吗|写了|列了|写没写|有)|在不在清单|列没列|有没有(?:写|列|这一?项|这一?条)|写在(?:哪|我们)|列入/;
// 阿拉甫|乡政府
const NAME_END = /(?:民族)?(?:乡|镇|街道)(?:政府)?$/u;
const TOKEN_HOST = /https?:\/\/\S+/g;

export function createReader(
  corpus: Corpus,
  lexicon: Lexicon,
  phrases: PhraseIndex,
  pipeline: TextPipeline,
): Reader {
  const { characters } = pipeline;
  // official texts name townships too: that makes no pair of such a name a word of ordinary speech
  const inNames = new Set(
    corpus.documents.flatMap(({ township, aliases }) =>
      [township, ...aliases].flatMap((name) => toNgrams(normalize(name, characters).replace(NAME_END, ''))),
    ),
  );
  const isSpoken = (pair: string): boolean => !inNames.has(pair) && phrases.frequency(pair) > 0;
  const allPlaces = createPlaceFinder(corpus.documents, characters, isSpoken);
  const placesOf = new WeakMap<ReadonlySet<string>, PlaceFinder>();
  const asked = createAskedFinder(lexicon.words, characters);
  const queries = createQueryMaker(lexicon, phrases, pipeline);
  const organisations = createOrganisationLexicon(lexicon.organisations);
  const listingWords = createWordList(LISTING_WORDS);
  const offTopicWords = createWordList(
    [
      ...lexicon.words.pointers,
      ...lexicon.words.weak,
      ...lexicon.organisations.flatMap(({ name, short, old }) => [name, ...short, ...old]),
    ].map((word) => normalize(word, characters)),
  );
  const talkers = createTalkReader(lexicon, characters);
  const findersOf = new Map<string, (text: string) => OrganisationMention[]>();

  function placesFor(visible: ReadonlySet<string> | undefined): PlaceFinder {
    if (!visible) return allPlaces;
    const known = placesOf.get(visible);
    if (known) return known;
    const documents = corpus.documents.filter(({ id }) => visible.has(id));
    const made = createPlaceFinder(documents, characters, isSpoken);
    placesOf.set(visible, made);
    return made;
  }

  /** Finds the departments of a document in a text; made once for each document. */
  function finderOf(document: DutyDocument): (text: string) => OrganisationMention[] {
    const known = findersOf.get(document.id);
    if (known) return known;
    const all = new Map<string, Organisation>();
    for (const item of corpus.items(document.id)) {
      for (const organisation of [...(item.departments ?? []), ...(item.takeoverDepartments ?? [])]) {
        all.set(`${organisation.printed} ${organisation.canonical}`, organisation);
      }
    }
    const find = createOrganisationFinder([...all.values()], toPlace(document), organisations);
    findersOf.set(document.id, find);
    return find;
  }

  const toPlace = (document: DutyDocument): Place => ({
    township: document.township,
    county: document.county,
    countyAliases: document.countyAliases,
    prefecture: document.prefecture,
  });

  return {
    read(raw, visible) {
      const text = normalize(
        raw.replace(TOKEN_HOST, (url) => (findItemReference(url) ? ` ${url} ` : ' ')),
        characters,
      )
        .replace(MENTION, ' ')
        .trim();
      const mention = placesFor(visible).find(text);
      const reference = findItemReference(text);
      const withoutPlaces = cutOut(text, mention.hits);
      const content = withoutPlaces.replace(TOKEN_HOST, ' ').trim();
      const query = queries.make(content);
      return {
        text,
        places: mention,
        reference,
        asked: asked.find(withoutPlaces),
        listing: findListingSigns(text),
        content,
        query,
        topic: queries.measure(cutOut(content, offTopicWords.find(content)).replace(/[县市区州]/g, ' ')),
        followUp: looksLikeFollowUp(text),
        doubt: DOUBT.test(text),
        talk: talkers(text),
      };
    },
    departments(text, document) {
      const mentions = finderOf(document)(text);
      return [...new Set(mentions.map((mention) => mention.canonical))];
    },
    leftover(reading, document, category) {
      let text = reading.content;
      if (document) {
        const mentions = finderOf(document)(text);
        text = cutOut(
          text,
          mentions.map(({ start, end, text: word }) => ({ start, end, word })),
        );
      }
      if (category !== null) text = text.replaceAll(category, ' ');
      return queries.measure(cutOut(text, listingWords.find(text)).replace(/[县市区州]/g, ' '));
    },
  };
}

function createTalkReader(lexicon: Lexicon, characters: Characters): (text: string) => Reading['talk'] {
  const list = (words: readonly string[]): WordList =>
    createWordList(words.map((word) => normalize(word, characters)));
  const greetings = list(lexicon.words.greetings);
  const help = list(lexicon.words.help);
  const offTopic = list(lexicon.words.offTopic);
  const rest = (text: string, words: WordList): string =>
    cutOut(text, words.find(text)).replace(/[\p{P}\p{S}\s\d了啊呀哦吗呢的]+/gu, '');
  return (text) => {
    if (!/[\p{L}\p{N}]/u.test(text)) return 'empty';
    if (rest(text, greetings) === '') return 'greeting';
    if (help.find(text).length > 0 && [...rest(text, help)].length <= 4) return 'help';
    if (offTopic.find(text).length > 0) return 'off_topic';
    return null;
  };
}
