// Duty Desk itself: what it answers, and the order it ranks a township's rows in before it decides.
import { createLoadedEngine, type LoadedData } from '../../../src/app/data.ts';
import { toQuestion } from '../../../src/channels/cli/batch.ts';
import { toMachineAnswer } from '../../../src/channels/cli/machine.ts';
import type { Contender } from './contender.ts';

export function createOwnContenders(data: LoadedData): Contender[] {
  const engine = createLoadedEngine(data, null);
  const { documents } = data.corpus;
  const warm = (documentId: string): unknown =>
    engine.retrieve({ text: '预热', documentId, history: [] }, documentId);
  return [
    {
      name: 'Duty Desk, ranking alone',
      open(documentId) {
        warm(documentId);
        return (question) =>
          (engine.retrieve(toQuestion(question, documents), documentId)?.ranked ?? []).map(
            ({ item }) => item,
          );
      },
    },
    {
      name: 'Duty Desk, answers',
      open(documentId) {
        warm(documentId);
        const township = data.corpus.document(documentId)?.township;
        return (question) =>
          toMachineAnswer(engine.answer(toQuestion(question, documents))).items.filter(
            (row) => row.township === township,
          );
      },
    },
  ];
}
