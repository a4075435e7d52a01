import { leadingDepartments } from '../../reply/index.js';
const MOST_ITEMS = 10;
const toRow = ({ item, document, score }) => ({
    township: document.township,
    list: item.list,
    no: item.no,
    score: Math.round(score * 10000) / 10000,
});
export function toMachineAnswer(answer) {
    const { kind, verdict } = answer;
    const empty = { kind, verdict, items: [], departments: [], value: null };
    switch (answer.kind) {
        case 'item':
            return {
                ...empty,
                items: [answer.hit, ...answer.others].slice(0, MOST_ITEMS).map(toRow),
                departments: leadingDepartments(answer.hit.item),
            };
        case 'choice': {
            const [first] = answer.candidates;
            return {
                ...empty,
                items: [...answer.candidates, ...answer.others].slice(0, MOST_ITEMS).map(toRow),
                departments: first ? leadingDepartments(first.item) : [],
            };
        }
        case 'ambiguous_township':
            return { ...empty, items: answer.candidates.slice(0, MOST_ITEMS).map(toRow) };
        case 'counts': {
            const { basic, cooperative, reclaimed } = answer.counts;
            return { ...empty, value: { total: basic + cooperative + reclaimed, basic, cooperative, reclaimed } };
        }
        case 'listing':
            return {
                ...empty,
                items: answer.items.map((item) => toRow({
                    item,
                    document: answer.document,
                    score: 1,
                    why: { phrase: null, matterTitle: null, words: [], mended: [] },
                })),
                departments: answer.departments,
                value: { count: answer.items.length, items: answer.items.map((item) => item.no) },
            };
        case 'comparison': {
            const having = answer.rows.flatMap(({ document, item }) => (item ? [{ document, item }] : []));
            return {
                ...empty,
                items: having.map(({ document, item }) => ({
                    township: document.township,
                    list: item.list,
                    no: item.no,
                    score: 1,
                })),
                value: { count: having.length, townships: having.map(({ document }) => document.township) },
            };
        }
        case 'not_listed':
        case 'unknown_township':
        case 'no_such_item':
        case 'greeting':
        case 'help':
        case 'off_topic':
        case 'empty':
            return empty;
    }
}
