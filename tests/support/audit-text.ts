// Imports a text as the list of a made-up township and gives its findings.
import { createHash } from 'node:crypto';
import { importDocument, type ImportedDocument } from '../../index-builder/import-document.ts';
import type { Correction } from '../../index-builder/corrections.ts';
import type { Finding, FindingCode } from '../../index-builder/finding.ts';
import { toSourceText } from '../../index-builder/source/index.ts';
import { LEXICON } from './organisations.ts';

export function auditText(text: string, corrections: readonly Correction[] = []): ImportedDocument {
  return importDocument({
    source: toSourceText('a.txt', text),
    sha256: createHash('sha256').update(text).digest('hex'),
    lexicon: LEXICON,
    corrections,
    decide: (preface) => ({
      id: 'xihe-nanling-2025',
      title: '西河县南岭镇履职事项清单',
      township: '南岭镇',
      county: '西河县',
      prefecture: '东山地区',
      aliases: [],
      countyAliases: [],
      edition: preface.edition,
      classification: preface.classification,
      remarks: preface.remarks,
    }),
  });
}

export function findingsOf(text: string, code: FindingCode): Finding[] {
  return auditText(text).findings.filter((finding) => finding.code === code);
}

export function codes(text: string): FindingCode[] {
  return auditText(text).findings.map((finding) => finding.code);
}
