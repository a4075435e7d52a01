import { countLists, findCategory, listItems, listsToCover, LITTLE_LEFT_OVER, } from './listing.js';
export function answerListing(tools, { question, reading }, document) {
    const { counts, lists } = reading.listing;
    if (!counts && !lists)
        return null;
    const items = tools.corpus.items(document.id);
    const category = findCategory(reading.content, items);
    const department = tools.reader.departments(reading.content, document)[0] ?? null;
    const list = question.list ?? reading.asked.list;
    if (tools.reader.leftover(reading, document, category) > LITTLE_LEFT_OVER)
        return null;
    const toListing = (filter) => ({
        kind: 'listing',
        verdict: 'aggregate',
        document,
        filter,
        ...listItems(items, filter),
    });
    if (category !== null || department !== null)
        return toListing({ lists: listsToCover(list, department), category, department });
    if (list !== null && lists && !counts)
        return toListing({ lists: [list], category, department });
    if (!counts)
        return null;
    return {
        kind: 'counts',
        verdict: 'aggregate',
        document,
        counts: countLists(items),
        declared: document.declared,
    };
}
/** Whether nothing but a count or a listing is asked, of whichever township. */
export function asksForListing(tools, { reading }) {
    const { counts, lists } = reading.listing;
    return (counts || lists) && tools.reader.leftover(reading, null, null) <= LITTLE_LEFT_OVER;
}
