// Confusion and reliability on a few made-up answers of the small corpus.
import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/answer/index.ts';
import { toMachineAnswer } from '../../src/channels/cli/machine.ts';
import { createTestCorpus, PUBLIC_ID } from '../support/corpus.ts';
import { toConfusionTable, toDecisionLines, toScoreDeciles, type Judged } from './reliability.ts';
import { score } from './score.ts';
import type { EvalQuestion } from './questions.ts';

const { engine } = createTestCorpus();
type Expected = EvalQuestion['expect'];

function judge(text: string, wanted: Pick<Expected, 'answers' | 'verdict'>): Judged {
  const asked: Question = { text, documentId: PUBLIC_ID, history: [] };
  const answer = engine.answer(asked);
  const question: EvalQuestion = {
    id: text,
    kind: 'x',
    set: 'x',
    q: text,
    expect: { ...wanted, departments: [] },
  };
  return { score: score(question, toMachineAnswer(answer)), answer };
}

const judged: Judged[] = [
  judge('高龄津贴的发放', { answers: [['阿拉甫乡', 'cooperative', 3]], verdict: 'upstream' }),
  judge('动物及动物产品检疫', { answers: [['阿拉甫乡', 'basic', 1]], verdict: 'township' }),
  judge('办护照', { answers: [], verdict: 'not_listed' }),
];

describe('reliability', () => {
  it('sets expected lists against given ones', () => {
    const rows = toConfusionTable(judged)
      .split('\n')
      .map((line) => line.trim().split(/\s{2,}/));
    expect(rows).toEqual([
      ['expected \\ given', 'basic', 'cooperative', 'reclaimed', 'none'],
      ['basic', '0', '0', '1', '0'],
      ['cooperative', '0', '1', '0', '0'],
      ['reclaimed', '0', '0', '0', '0'],
      ['none', '0', '0', '0', '1'],
      ['beside the diagonal and accepted all the same: 0'],
    ]);
  });

  it('says how many refusals were due', () => {
    expect(toDecisionLines(judged)).toContain('not_listed answered: 1, truly not listed 1 of 1 (100.0%)');
    expect(toDecisionLines(judged)).toContain('choices offered: 0, one of the offered right 0 of 0');
  });

  it('sorts answers by the score given to them', () => {
    const [, ...deciles] = toScoreDeciles(judged).split('\n');
    const counts = deciles.map((line) => Number(/\d+\.\d to \d+\.\d\s+(?<n>\d+)/.exec(line)?.groups?.['n']));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(2);
  });
});
