// One source text to one audited document: format, preface, place, items, checks. Pure; reading and writing files
// is done by build.ts (the manifest's lists) and import-source.ts (a single list).
import {
  LIST_KINDS,
  type DutyDocument,
  type Item,
  type ListCounts,
  type OrganisationLexicon,
} from '../src/duty/index.ts';
import { assembleItems, OrganisationReader } from './assemble/index.ts';
import { attachWarnings, auditDocument } from './audit/index.ts';
import type { Correction } from './corrections.ts';
import type { Extraction, SourceText } from './draft.ts';
import type { Finding } from './finding.ts';
import { extractSource } from './formats/index.ts';
import { sumLedger, type LedgerSums } from './ledger.ts';
import { readPreface, type Preface } from './preface/index.ts';

/** A document's facts that are not read from its tables. */
export type DocumentFacts = Omit<DutyDocument, 'file' | 'sha256' | 'counts' | 'declared' | 'amendment'>;

export interface ImportInput {
  source: SourceText;
  sha256: string;
  lexicon: OrganisationLexicon;
  corrections: readonly Correction[];
  /** Decides on the facts once the preface is read; adds its own findings. */
  decide: (preface: Preface, extraction: Extraction, findings: Finding[]) => DocumentFacts;
}

export interface ImportedDocument {
  document: DutyDocument;
  items: Item[];
  findings: Finding[];
  ledger: LedgerSums;
  shape: Extraction['shape'];
}

/** Throws a BuildFault when the text is no duty list; every other doubt is a finding. */
export function importDocument(input: ImportInput): ImportedDocument {
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
  const document: DutyDocument = {
    ...facts,
    file: source.file,
    sha256: input.sha256,
    counts: toCounts(items),
    declared: preface.declared,
    amendment: preface.amendment,
  };
  const ledger = sumLedger(source, extraction.ledger);
  const findings = auditDocument({ source, extraction, ledger, preface, document, items, reader }, found);
  return {
    document,
    items: attachWarnings(items, findings),
    findings,
    ledger,
    shape: extraction.shape,
  };
}

function toCounts(items: readonly Item[]): ListCounts {
  const [basic = 0, cooperative = 0, reclaimed = 0] = LIST_KINDS.map(
    (list) => items.filter((item) => item.list === list).length,
  );
  return { basic, cooperative, reclaimed };
}
