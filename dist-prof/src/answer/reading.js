// Understanding one question: what it names and asks (reading), apart from finding rows for it.
import { createOrganisationLexicon, createOrganisationFinder, } from '../duty/index.js';
import { createWordList, cutOut, normalize, toNgrams, } from '../language/index.js';
import { createQueryMaker, } from '../search/index.js';
import { createAskedFinder } from './asked.js';
import { looksLikeFollowUp } from './conversation.js';
import { findItemReference } from './item-reference.js';
import { findListingSigns, LISTING_WORDS } from './listing.js';
import { createPlaceFinder } from './places.js';
const MENTION = /[@＠][^\s@,，。:：]{1,20}\s?/gu;
const DOUBT = /清单(?:里|上|中)?(?:有没有|有吗|写了|列了|写没写|有)|在不在清单|列没列|有没有(?:写|列|这一?项|这一?条)|写在(?:哪|我们)|列入/;
// 阿拉甫|乡政府
const NAME_END = /(?:民族)?(?:乡|镇|街道)(?:政府)?$/u;
const TOKEN_HOST = /https?:\/\/\S+/g;
export function createReader(corpus, lexicon, phrases, pipeline) {
    const { characters } = pipeline;
    // official texts name townships too: that makes no pair of such a name a word of ordinary speech
    const inNames = new Set(corpus.documents.flatMap(({ township, aliases }) => [township, ...aliases].flatMap((name) => toNgrams(normalize(name, characters).replace(NAME_END, '')))));
    const isSpoken = (pair) => !inNames.has(pair) && phrases.frequency(pair) > 0;
    const allPlaces = createPlaceFinder(corpus.documents, characters, isSpoken);
    const placesOf = new WeakMap();
    const asked = createAskedFinder(lexicon.words, characters);
    const queries = createQueryMaker(lexicon, phrases, pipeline);
    const organisations = createOrganisationLexicon(lexicon.organisations);
    const listingWords = createWordList(LISTING_WORDS);
    const offTopicWords = createWordList([
        ...lexicon.words.pointers,
        ...lexicon.words.weak,
        ...lexicon.organisations.flatMap(({ name, short, old }) => [name, ...short, ...old]),
    ].map((word) => normalize(word, characters)));
    const talkers = createTalkReader(lexicon, characters);
    const findersOf = new Map();
    function placesFor(visible) {
        if (!visible)
            return allPlaces;
        const known = placesOf.get(visible);
        if (known)
            return known;
        const documents = corpus.documents.filter(({ id }) => visible.has(id));
        const made = createPlaceFinder(documents, characters, isSpoken);
        placesOf.set(visible, made);
        return made;
    }
    /** Finds the departments of a document in a text; made once for each document. */
    function finderOf(document) {
        const known = findersOf.get(document.id);
        if (known)
            return known;
        const all = new Map();
        for (const item of corpus.items(document.id)) {
            for (const organisation of [...(item.departments ?? []), ...(item.takeoverDepartments ?? [])]) {
                all.set(`${organisation.printed} ${organisation.canonical}`, organisation);
            }
        }
        const find = createOrganisationFinder([...all.values()], toPlace(document), organisations);
        findersOf.set(document.id, find);
        return find;
    }
    const toPlace = (document) => ({
        township: document.township,
        county: document.county,
        countyAliases: document.countyAliases,
        prefecture: document.prefecture,
    });
    return {
        read(raw, visible) {
            const text = normalize(raw.replace(TOKEN_HOST, (url) => (findItemReference(url) ? ` ${url} ` : ' ')), characters)
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
                text = cutOut(text, mentions.map(({ start, end, text: word }) => ({ start, end, word })));
            }
            if (category !== null)
                text = text.replaceAll(category, ' ');
            return queries.measure(cutOut(text, listingWords.find(text)).replace(/[县市区州]/g, ' '));
        },
    };
}
function createTalkReader(lexicon, characters) {
    const list = (words) => createWordList(words.map((word) => normalize(word, characters)));
    const greetings = list(lexicon.words.greetings);
    const help = list(lexicon.words.help);
    const offTopic = list(lexicon.words.offTopic);
    const rest = (text, words) => cutOut(text, words.find(text)).replace(/[\p{P}\p{S}\s\d了啊呀哦吗呢的]+/gu, '');
    return (text) => {
        if (!/[\p{L}\p{N}]/u.test(text))
            return 'empty';
        if (rest(text, greetings) === '')
            return 'greeting';
        if (help.find(text).length > 0 && [...rest(text, help)].length <= 4)
            return 'help';
        if (offTopic.find(text).length > 0)
            return 'off_topic';
        return null;
    };
}
