// One row as a reply: verdict, what each side must do word for word, source, warnings, seams, why.
import { toPermalink } from '../duty/index.js';
import { LIST_NAME, LIST_SHORT, wording } from './wording.zh.js';
const unique = (names) => [...new Set(names)];
/** Departments that lead (cooperative) or took over (reclaimed), as printed, in printed order. */
export function leadingDepartments(item) {
    return unique([...(item.departments ?? []), ...(item.takeoverDepartments ?? [])].map(({ printed }) => printed));
}
/** The verdict sentence of a row. */
export function verdictSentence(item, township) {
    switch (item.list) {
        case 'basic':
            return wording.verdict.township(township);
        case 'cooperative':
            return wording.verdict.upstream(leadingDepartments(item), township);
        case 'reclaimed':
            return wording.verdict.reclaimed(leadingDepartments(item), township, item.takeover);
    }
}
/** Where a row is opened from the reply. */
export function linkOf(item, options) {
    if (options.baseUrl === null)
        return null;
    return options.specialLink?.(item) ?? toPermalink(options.baseUrl, item.id);
}
/** 配合62 · name */
export function toEntry(item, document, options) {
    const departments = leadingDepartments(item);
    const place = document ? `${document.township} ` : '';
    return {
        itemId: item.id,
        label: `${place}${LIST_SHORT[item.list]}${item.no} · ${item.name}`,
        note: departments.length > 0 ? departments.join('、') : null,
        permalink: linkOf(item, options),
    };
}
export function sourceText(item, document) {
    return wording.source(document.title, document.edition, item.list, item.no, item.source.startLine, item.source.endLine);
}
/** One cell of a row, word for word. */
export function toQuote(title, sections, raw, fold) {
    const quoted = sections && sections.length > 0
        ? sections.map((section) => ({
            heading: section.heading,
            points: section.points.map((point) => point.text),
        }))
        : [{ heading: null, points: [raw === null || raw === '' ? wording.emptyCell : raw] }];
    return { type: 'quote', title, sections: quoted, fold };
}
// duties that punish: 查处焚烧行为并罚款
const PUNISHES = /处罚|罚款|查处|立案|执法|拘留/;
/** Sections of what was asked for come first: of named departments, or those that punish. None is dropped. */
function askedFirst(sections, role, focus) {
    if (!sections)
        return null;
    const isAsked = (section) => focus.length > 0
        ? section.organisations.some((o) => focus.includes(o.canonical))
        : role === 'sanction' && section.points.some(({ text }) => PUNISHES.test(text));
    return [...sections.filter(isAsked), ...sections.filter((section) => !isAsked(section))];
}
function dutyBlocks(item, role, focus) {
    switch (item.list) {
        case 'basic':
            return [{ type: 'note', level: 'info', text: wording.basicNote }];
        case 'cooperative': {
            const upstream = toQuote(wording.upstreamTitle, askedFirst(item.upstreamSections, role, focus), item.upstream, role === 'township');
            const township = toQuote(wording.townshipTitle, item.townshipSections, item.townshipDuties, role === 'upstream');
            return role === 'township' ? [township, upstream] : [upstream, township];
        }
        case 'reclaimed':
            return [toQuote(wording.takeoverTitle, null, item.takeover, false)];
    }
}
function whyBlock(hit) {
    const { phrase, matterTitle, words, mended } = hit.why;
    const lines = [
        ...(phrase !== null && matterTitle !== null ? [wording.whyPhrase(phrase, matterTitle)] : []),
        ...(words.length > 0 ? [wording.whyWords(words)] : []),
        ...mended.map(({ typed, meant }) => wording.whyMended(typed, meant)),
    ];
    return lines.length > 0
        ? [{ type: 'note', level: 'info', text: `${wording.whyTitle}：${lines.join('；')}。` }]
        : [];
}
// names of rows that hold the power to punish
const SANCTION = /处罚|查处|没收|强制拆除/;
/** Who was asked about first: for 谁罚 the rows of punishment on the seam lead. */
function relatedInOrder(answer) {
    if (answer.role !== 'sanction')
        return answer.related;
    const punishes = ({ item }) => SANCTION.test(item.name);
    return [...answer.related.filter(punishes), ...answer.related.filter((other) => !punishes(other))];
}
export function relatedBlock(related, options) {
    if (related.length === 0)
        return [];
    const entries = related.map(({ item }) => toEntry(item, null, options));
    return [{ type: 'entries', title: wording.relatedTitle, entries, marker: 'related' }];
}
export function toItemReply(answer, options) {
    const { item, document } = answer.hit;
    const verdict = verdictSentence(item, document.township);
    const permalink = linkOf(item, options);
    const related = relatedInOrder(answer);
    // the power to punish often stands on another row: when it is asked for, that row is shown before the duties
    const isSeamFirst = answer.role === 'sanction' && !SANCTION.test(item.name) && SANCTION.test(related[0]?.item.name ?? '');
    const source = sourceText(item, document);
    const citedLink = options.baseUrl === null ? wording.itemId(item.id) : toPermalink(options.baseUrl, item.id);
    return {
        headline: verdict,
        kind: 'item',
        blocks: [
            {
                type: 'fields',
                rows: [
                    {
                        label: wording.fields.list,
                        value: `${document.township} ${LIST_NAME[item.list]} 第${item.no}项`,
                    },
                    ...(item.category === '' ? [] : [{ label: wording.fields.category, value: item.category }]),
                ],
            },
            {
                type: 'quote',
                title: wording.nameTitle,
                sections: [{ heading: null, points: [item.name] }],
                fold: false,
            },
            ...(item.departmentsRaw === null
                ? []
                : [
                    {
                        type: 'fields',
                        rows: [{ label: wording.fields.departments, value: leadingDepartments(item).join('、') }],
                    },
                ]),
            ...(isSeamFirst ? relatedBlock(related, options) : []),
            ...dutyBlocks(item, answer.role, answer.focus),
            ...item.warnings.map((warning) => ({
                type: 'note',
                level: 'warning',
                text: warning.message,
            })),
            { type: 'source', text: `${source}，${wording.itemId(item.id)}`, permalink },
            ...(isSeamFirst ? [] : relatedBlock(related, options)),
            ...whyBlock(answer.hit),
        ],
        actions: related.map(({ item: other }) => ({
            type: 'open-item',
            label: `${LIST_SHORT[other.list]}${other.no}`,
            itemId: other.id,
        })),
        itemId: item.id,
        permalink,
        citation: wording.citation(item.name, verdict, source, citedLink),
    };
}
