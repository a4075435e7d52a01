// One source text to one audited document: format, preface, place, items, checks. Pure; reading and writing files
// is done by build.ts (the manifest's lists) and import-source.ts (a single list).
import { LIST_KINDS, } from '../src/duty/index.js';
import { assembleItems, OrganisationReader } from './assemble/index.js';
import { attachWarnings, auditDocument } from './audit/index.js';
import { extractSource } from './formats/index.js';
import { sumLedger } from './ledger.js';
import { readPreface } from './preface/index.js';
/** Throws a BuildFault when the text is no duty list; every other doubt is a finding. */
export function importDocument(input) {
    const { source, lexicon, corrections } = input;
    const extraction = extractSource(source);
    const preface = readPreface(source, extraction);
    const found = [...extraction.findings];
    const facts = input.decide(preface, extraction, found);
    const reader = new OrganisationReader(facts, lexicon);
    const items = assembleItems({
        documentId: facts.id,
        rows: extraction.rows,
        reader,
        corrections,
        findings: found,
    });
    const document = {
        ...facts,
        file: source.file,
        sha256: input.sha256,
        counts: toCounts(items),
        declared: preface.declared,
        amendment: preface.amendment,
    };
    const findings = auditDocument({ source, extraction, preface, document, items, reader }, found);
    return {
        document,
        items: attachWarnings(items, findings),
        findings,
        ledger: sumLedger(source, extraction.ledger),
        shape: extraction.shape,
    };
}
function toCounts(items) {
    const [basic = 0, cooperative = 0, reclaimed = 0] = LIST_KINDS.map((list) => items.filter((item) => item.list === list).length);
    return { basic, cooperative, reclaimed };
}
