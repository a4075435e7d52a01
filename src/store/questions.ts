// The question log and what people thought of the answers.
import type { Sql } from './database.ts';
import { fromColumn, toColumn } from './item-ids.ts';
import type { Feedback, FeedbackLog, LoggedQuestion, QuestionLog } from './store.ts';

interface QuestionRow {
  id: string;
  platform: string;
  conversation: string;
  person: string;
  question: string;
  decision: string;
  verdict: string | null;
  document_id: string | null;
  item_ids: string;
  margin: number | null;
  at: number;
}

interface FeedbackRow {
  question_id: string;
  person: string;
  platform: string;
  value: Feedback['value'];
  comment: string | null;
  question: string | null;
  item_ids: string;
  at: number;
}

const toLoggedQuestion = (row: QuestionRow): LoggedQuestion => ({
  id: row.id,
  platform: row.platform,
  conversation: row.conversation,
  person: row.person,
  question: row.question,
  decision: row.decision,
  verdict: row.verdict,
  documentId: row.document_id,
  itemIds: fromColumn(row.item_ids),
  margin: row.margin,
  at: row.at,
});

export function createQuestionLog(sql: Sql): QuestionLog {
  return {
    add(entry) {
      sql.run(
        `INSERT OR REPLACE INTO questions
         (id, platform, conversation, person, question, decision, verdict, document_id, item_ids, margin, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        entry.id,
        entry.platform,
        entry.conversation,
        entry.person,
        entry.question,
        entry.decision,
        entry.verdict,
        entry.documentId,
        toColumn(entry.itemIds),
        entry.margin,
        entry.at,
      );
    },
    recent: (person, most) =>
      sql
        .all<{ question: string }>(
          'SELECT question, max(at) AS latest FROM questions WHERE person = ? GROUP BY question ORDER BY latest DESC LIMIT ?',
          person,
          most,
        )
        .map((row) => row.question),
    list: (since, most) =>
      sql
        .all<QuestionRow>('SELECT * FROM questions WHERE at >= ? ORDER BY at LIMIT ?', since, most)
        .map(toLoggedQuestion),
    forget(before) {
      sql.run('DELETE FROM questions WHERE at < ?', before);
    },
  };
}

export function createFeedbackLog(sql: Sql): FeedbackLog {
  return {
    set(feedback) {
      sql.run(
        `INSERT OR REPLACE INTO feedback (question_id, person, platform, value, comment, question, item_ids, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        feedback.questionId,
        feedback.person,
        feedback.platform,
        feedback.value,
        feedback.comment,
        feedback.question,
        toColumn(feedback.itemIds),
        feedback.at,
      );
    },
    remove(questionId, person) {
      sql.run('DELETE FROM feedback WHERE question_id = ? AND person = ?', questionId, person);
    },
    list: (since, most) =>
      sql
        .all<FeedbackRow>('SELECT * FROM feedback WHERE at >= ? ORDER BY at LIMIT ?', since, most)
        .map((row) => ({
          questionId: row.question_id,
          person: row.person,
          platform: row.platform,
          value: row.value,
          comment: row.comment,
          question: row.question,
          itemIds: fromColumn(row.item_ids),
          at: row.at,
        })),
  };
}
