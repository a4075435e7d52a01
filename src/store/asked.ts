// Questions that buttons refer to, so that a button need not carry the text.
import type { Sql } from './database.ts';
import { fromColumn, toColumn } from './item-ids.ts';
import type { AskedQuestions } from './store.ts';

interface AskedRow {
  id: string;
  conversation: string;
  thread: string;
  question: string;
  document_id: string | null;
  item_ids: string;
  at: number;
}

export function createAskedQuestions(sql: Sql): AskedQuestions {
  return {
    add(asked) {
      sql.run(
        'INSERT OR REPLACE INTO asked (id, conversation, thread, question, document_id, item_ids, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        asked.id,
        asked.conversation,
        asked.thread,
        asked.question,
        asked.documentId,
        toColumn(asked.itemIds),
        asked.at,
      );
    },
    get(id) {
      const row = sql.get<AskedRow>('SELECT * FROM asked WHERE id = ?', id);
      return (
        row && {
          id: row.id,
          conversation: row.conversation,
          thread: row.thread,
          question: row.question,
          documentId: row.document_id,
          itemIds: fromColumn(row.item_ids),
          at: row.at,
        }
      );
    },
    forget(before) {
      sql.run('DELETE FROM asked WHERE at < ?', before);
    },
  };
}
