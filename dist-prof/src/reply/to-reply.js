import { leadingDepartments, toEntry, toItemReply, toQuote } from './item-reply.js';
import { LIST_NAME, LIST_SHORT, wording } from './wording.zh.js';
const townshipNames = (documents) => documents.map((document) => document.township);
function plain(kind, headline, blocks = [], actions = []) {
    return { headline, kind, blocks, actions, itemId: null, permalink: null, citation: null };
}
const hitEntry = (hit, options, withPlace) => toEntry(hit.item, withPlace ? hit.document : null, options);
const chooseActions = (documents) => documents.map((document) => ({
    type: 'choose-township',
    label: document.township,
    documentId: document.id,
}));
function toNotListedReply(answer, options) {
    const blocks = [];
    if (answer.matterTitle !== null)
        blocks.push({ type: 'text', text: wording.notListedMatter(answer.matterTitle) });
    if (answer.elsewhere.length > 0) {
        const entries = answer.elsewhere.map(({ item, document }) => toEntry(item, document, options));
        blocks.push({ type: 'entries', title: wording.notListedElsewhere, entries, marker: 'not-an-answer' });
    }
    if (answer.nearest.length > 0) {
        const entries = answer.nearest.map((hit) => hitEntry(hit, options, answer.document === null));
        blocks.push({ type: 'entries', title: wording.notListedNearest, entries, marker: 'not-an-answer' });
    }
    const amendment = answer.document?.amendment;
    if (amendment) {
        blocks.push({
            type: 'quote',
            title: wording.amendment,
            sections: [{ heading: null, points: [amendment.text] }],
            fold: false,
        });
    }
    blocks.push({ type: 'note', level: 'info', text: wording.notListedNext });
    const headline = answer.document ? wording.notListed(answer.document.township) : wording.notListedAnywhere;
    return plain('not_listed', headline, blocks);
}
function toCountsReply(answer) {
    const { basic, cooperative, reclaimed } = answer.counts;
    const blocks = [
        { type: 'text', text: `${wording.counted(basic, cooperative, reclaimed)}。` },
    ];
    const { declared } = answer;
    if (declared &&
        (declared.basic !== basic || declared.cooperative !== cooperative || declared.reclaimed !== reclaimed)) {
        const text = wording.countsDiffer(wording.counted(declared.basic, declared.cooperative, declared.reclaimed));
        blocks.push({ type: 'note', level: 'warning', text });
    }
    return plain('counts', wording.countsHead(answer.document.township, basic + cooperative + reclaimed), blocks);
}
function toListingReply(answer, options) {
    const { lists, category, department } = answer.filter;
    const what = wording.listingWhat(lists, category, department);
    const { township } = answer.document;
    if (answer.items.length === 0)
        return plain('listing', wording.listingNone(township, what));
    const entries = answer.items.map((item) => toEntry(item, null, options));
    return plain('listing', wording.listingHead(township, what, answer.items.length), [
        { type: 'entries', title: what, entries, marker: 'answer' },
    ]);
}
/** What each township must do in the matter, word for word, where rows have such a cell. */
function differingDuties(answer) {
    return answer.rows.flatMap(({ document, item }) => item?.townshipDuties
        ? [
            toQuote(wording.comparisonDuties(document.township, wording.townshipTitle), item.townshipSections, item.townshipDuties, true),
        ]
        : []);
}
function toComparisonReply(answer, options) {
    const having = answer.rows.filter((row) => row.item !== null);
    const rows = answer.rows.map(({ document, item }) => item
        ? [
            document.township,
            `${LIST_NAME[item.list]} 第${item.no}项`,
            item.name,
            leadingDepartments(item).join('、'),
        ]
        : [document.township, wording.comparisonNone, '', '']);
    const entries = having.flatMap(({ document, item }) => (item ? [toEntry(item, document, options)] : []));
    const headline = answer.asked === 'presence'
        ? wording.comparisonPresence(answer.matterTitle, having.length, answer.rows.length)
        : wording.comparisonDifference(answer.matterTitle);
    return plain('comparison', headline, [
        { type: 'table', header: [...wording.comparisonHeader], rows },
        { type: 'entries', title: wording.ambiguousTitle, entries, marker: 'answer' },
        ...(answer.asked === 'difference' ? differingDuties(answer) : []),
    ], having.flatMap(({ document, item }) => item
        ? [
            {
                type: 'open-item',
                label: `${document.township} ${LIST_SHORT[item.list]}${item.no}`,
                itemId: item.id,
            },
        ]
        : []));
}
/** The neutral reply of an answer. Total and deterministic. */
export function toReply(answer, options) {
    switch (answer.kind) {
        case 'item':
            return toItemReply(answer, options);
        case 'choice': {
            const entries = answer.candidates.map((hit) => hitEntry(hit, options, false));
            return plain('choice', wording.choiceHead(answer.candidates.length), [{ type: 'entries', title: wording.choiceTitle, entries, marker: 'choice' }], answer.candidates.map(({ item }) => ({
                type: 'open-item',
                label: `${LIST_SHORT[item.list]}${item.no} ${item.name}`,
                itemId: item.id,
            })));
        }
        case 'not_listed':
            return toNotListedReply(answer, options);
        case 'ambiguous_township': {
            const having = new Set(answer.candidates.map((hit) => hit.document.id));
            const without = answer.documents.filter((document) => !having.has(document.id));
            const entries = answer.candidates.map((hit) => hitEntry(hit, options, true));
            return plain('ambiguous_township', wording.ambiguousHead, [
                ...(entries.length > 0
                    ? [
                        {
                            type: 'entries',
                            title: wording.ambiguousTitle,
                            entries,
                            marker: 'choice',
                        },
                    ]
                    : []),
                ...(entries.length > 0 && without.length > 0
                    ? [
                        {
                            type: 'note',
                            level: 'info',
                            text: wording.ambiguousWithout(townshipNames(without)),
                        },
                    ]
                    : []),
                { type: 'note', level: 'info', text: wording.knownTownships(townshipNames(answer.documents)) },
            ], chooseActions(answer.documents));
        }
        case 'counts':
            return toCountsReply(answer);
        case 'listing':
            return toListingReply(answer, options);
        case 'comparison':
            return toComparisonReply(answer, options);
        case 'unknown_township':
            return plain('unknown_township', wording.unknownTownship(answer.named), [{ type: 'note', level: 'info', text: wording.knownTownships(townshipNames(answer.documents)) }], chooseActions(answer.documents));
        case 'no_such_item':
            return plain('no_such_item', answer.no === 0
                ? wording.noSuchId
                : wording.noSuchItem(answer.document?.township ?? null, answer.list, answer.no, answer.size));
        case 'greeting':
        case 'help': {
            const township = answer.document?.township ?? answer.documents[0]?.township ?? '';
            const examples = wording.helpExamples(answer.document ? '' : township);
            return plain(answer.kind, wording.greeting, [
                { type: 'text', text: `${wording.help}\n${examples.map((example) => `· ${example}`).join('\n')}` },
                { type: 'note', level: 'info', text: wording.knownTownships(townshipNames(answer.documents)) },
            ], examples.slice(0, 3).map((example) => ({ type: 'ask', label: example, question: example })));
        }
        case 'off_topic':
            return plain('off_topic', wording.offTopic);
        case 'empty':
            return plain('empty', wording.empty);
    }
}
