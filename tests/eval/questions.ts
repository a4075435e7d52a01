// The evaluation questions of data/eval/*.jsonl.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { BatchLine } from '../../src/channels/cli/batch.ts';
import { ListKind } from '../../src/duty/index.ts';

const Row = z.tuple([z.string(), ListKind, z.int()]);
const Verdict = z.enum([
  'township',
  'upstream',
  'reclaimed',
  'not_listed',
  'ambiguous_township',
  'aggregate',
]);

export const EvalQuestion = BatchLine.extend({
  id: z.string(),
  kind: z.string(),
  expect: z.object({
    /** Acceptable rows, best first. */
    answers: z.array(Row),
    verdict: Verdict,
    departments: z.array(z.string()),
    value: z.unknown().optional(),
    value_alt: z.array(z.unknown()).optional(),
  }),
});
export type EvalQuestion = z.infer<typeof EvalQuestion> & { set: string };

/** All questions, files in name order. @throws when a line is not a question, naming file and line. */
export function loadQuestions(folder = 'data/eval'): EvalQuestion[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  return files.flatMap((name) =>
    readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      .flatMap((line, i) => {
        if (line.trim() === '') return [];
        const parsed = EvalQuestion.safeParse(JSON.parse(line));
        if (!parsed.success) throw new Error(`${name}:${i + 1} ${parsed.error.message}`);
        return [{ ...parsed.data, set: path.basename(name, '.jsonl') }];
      }),
  );
}
