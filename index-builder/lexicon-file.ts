// Reads the table of organisations, data/lexicon/organisations.yaml.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createOrganisationLexicon, OrganisationTable, type OrganisationLexicon } from '../src/duty/index.ts';
import { BuildFault } from './fault.ts';
import { readPlainRows } from './lexicon/index.ts';

/** The lexicon below a root folder. A table that breaks its schema is a fault that names the entry. */
export function loadOrganisationLexicon(rootDir: string): OrganisationLexicon {
  const file = 'data/lexicon/organisations.yaml';
  const text = readFileSync(join(rootDir, file), 'utf8');
  const result = OrganisationTable.safeParse(readPlainRows(text) ?? parse(text));
  if (result.success) return createOrganisationLexicon(result.data);
  const issue = result.error.issues[0];
  const message = `机构名表有误：第 ${Number(issue?.path[0] ?? 0) + 1} 条 ${issue?.message ?? ''}。请改正后再运行。`;
  throw new BuildFault('source-unreadable', message, { file });
}
