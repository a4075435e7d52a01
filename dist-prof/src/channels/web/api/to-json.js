// Rows and answers as the interface gives them. Pure conversions.
import { toPermalink } from '../../../duty/index.js';
import { leadingDepartments, sourceText, toReply, verdictSentence, wording, } from '../../../reply/index.js';
import { toDepartmentPath, toDocumentPath, toMatterPath } from '../addresses.js';
import { toIntegrityHash } from '../content/canonical-text.js';
import { countCategories } from '../lists-view.js';
export function toItemSummary(site, item, document) {
    const { id, list, no, category, name } = item;
    const { township, county } = document;
    const url = toPermalink(site.deps.config.baseUrl, id);
    return { id, township, county, list, no, category, name, departments: leadingDepartments(item), url };
}
export function toItemDetail(site, visit, item, document) {
    const summary = toItemSummary(site, item, document);
    const verdict = verdictSentence(item, document.township);
    const { departmentsRaw, upstream, upstreamSections, townshipDuties, townshipSections, takeover, warnings } = item;
    return {
        ...summary,
        prefecture: document.prefecture,
        documentId: document.id,
        verdict,
        departmentsRaw,
        upstream,
        upstreamSections,
        townshipDuties,
        townshipSections,
        takeover,
        organisations: [...(item.departments ?? []), ...(item.takeoverDepartments ?? [])],
        source: { ...item.source, document: document.title, edition: document.edition, file: document.file },
        warnings,
        matters: visit.view.mattersOf(item.id).map(({ matter }) => matter.id),
        citation: wording.citation(item.name, verdict, sourceText(item, document), summary.url),
        canonicalTextUrl: `${summary.url}.txt`,
        sha256: toIntegrityHash(item, document),
    };
}
export function toDocumentSummary(site, document) {
    const { id, title, township, county, prefecture, edition, classification, counts, declared, file, sha256 } = document;
    const url = `${site.deps.config.baseUrl}${toDocumentPath(id)}`;
    return {
        id,
        title,
        township,
        county,
        prefecture,
        edition,
        classification,
        counts,
        declared,
        file,
        sha256,
        url,
    };
}
export function toDocumentDetail(site, visit, document) {
    const audit = site.deps.audit?.documents.find(({ id }) => id === document.id);
    return {
        ...toDocumentSummary(site, document),
        amendment: document.amendment?.text ?? null,
        categories: countCategories(visit.view.items(document.id)).map(({ list, category, n }) => ({
            list,
            category,
            count: n,
        })),
        findings: audit?.findings ?? [],
    };
}
export function toDepartmentSummary(site, document, department) {
    const { name, cooperative, reclaimed } = department;
    return {
        documentId: document.id,
        township: document.township,
        name,
        cooperative: cooperative.length,
        reclaimed: reclaimed.length,
        url: `${site.deps.config.baseUrl}${toDepartmentPath(document.id, name)}`,
    };
}
export function toMatterSummary(site, { matter, items }) {
    return {
        id: matter.id,
        title: matter.title,
        townships: new Set(items.map(({ documentId }) => documentId)).size,
        items: items.length,
        url: `${site.deps.config.baseUrl}${toMatterPath(matter.id)}`,
    };
}
const toRow = ({ item, document, score }) => ({ item, document, score });
/** Rows that are the answer, and rows that only lie near it. */
function toRows(answer) {
    const none = [];
    if (answer.kind === 'item')
        return { rows: [toRow(answer.hit)], nearest: none };
    if ('candidates' in answer)
        return { rows: answer.candidates.map(toRow), nearest: none };
    if (answer.kind === 'not_listed')
        return { rows: none, nearest: answer.nearest.map(toRow) };
    if (answer.kind === 'listing') {
        const { document } = answer;
        return { rows: answer.items.map((item) => ({ item, document, score: null })), nearest: none };
    }
    if (answer.kind !== 'comparison')
        return { rows: none, nearest: none };
    const rows = answer.rows.flatMap(({ item, document }) => (item ? [{ item, document, score: null }] : []));
    return { rows, nearest: none };
}
/** The whole reply as lines of text. */
export function toPlainText(reply) {
    const lines = reply.blocks.flatMap((block) => {
        switch (block.type) {
            case 'text':
            case 'note':
            case 'source':
                return [block.text];
            case 'fields':
                return block.rows.map(({ label, value }) => `${label}：${value}`);
            case 'quote':
                return [
                    `【${block.title}】`,
                    ...block.sections.flatMap(({ heading, points }) => [
                        ...(heading === null ? [] : [heading]),
                        ...points,
                    ]),
                ];
            case 'entries':
                return [
                    block.title,
                    ...block.entries.map(({ label, note }) => `· ${label}${note === null ? '' : `（${note}）`}`),
                ];
            case 'table':
                return [block.header.join('\t'), ...block.rows.map((row) => row.join('\t'))];
        }
    });
    return [reply.headline, ...lines].join('\n');
}
export function toAskResponse(site, answer) {
    const reply = toReply(answer, { baseUrl: site.deps.config.baseUrl });
    const { rows, nearest } = toRows(answer);
    const why = answer.kind === 'item' ? answer.hit.why : null;
    return {
        kind: answer.kind,
        verdict: answer.verdict,
        headline: reply.headline,
        items: rows.map(({ item, document, score }) => ({ ...toItemSummary(site, item, document), score })),
        nearest: nearest.map(({ item, document }) => toItemSummary(site, item, document)),
        departments: answer.kind === 'item'
            ? leadingDepartments(answer.hit.item)
            : answer.kind === 'listing'
                ? answer.departments
                : [],
        counts: answer.kind === 'counts' ? answer.counts : null,
        matched: why && { phrase: why.phrase, matter: why.matterTitle, words: why.words },
        citation: reply.citation,
        text: toPlainText(reply),
    };
}
