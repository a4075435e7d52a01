import { fromColumn, toColumn } from './item-ids.js';
const toLoggedQuestion = (row) => ({
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
export function createQuestionLog(sql) {
    return {
        add(entry) {
            sql.run(`INSERT OR REPLACE INTO questions
         (id, platform, conversation, person, question, decision, verdict, document_id, item_ids, margin, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, entry.id, entry.platform, entry.conversation, entry.person, entry.question, entry.decision, entry.verdict, entry.documentId, toColumn(entry.itemIds), entry.margin, entry.at);
        },
        recent: (person, most) => sql
            .all('SELECT question, max(at) AS latest FROM questions WHERE person = ? GROUP BY question ORDER BY latest DESC LIMIT ?', person, most)
            .map((row) => row.question),
        list: (since, most) => sql
            .all('SELECT * FROM questions WHERE at >= ? ORDER BY at LIMIT ?', since, most)
            .map(toLoggedQuestion),
        forget(before) {
            sql.run('DELETE FROM questions WHERE at < ?', before);
        },
    };
}
export function createFeedbackLog(sql) {
    return {
        set(feedback) {
            sql.run(`INSERT OR REPLACE INTO feedback (question_id, person, platform, value, comment, question, item_ids, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, feedback.questionId, feedback.person, feedback.platform, feedback.value, feedback.comment, feedback.question, toColumn(feedback.itemIds), feedback.at);
        },
        remove(questionId, person) {
            sql.run('DELETE FROM feedback WHERE question_id = ? AND person = ?', questionId, person);
        },
        list: (since, most) => sql
            .all('SELECT * FROM feedback WHERE at >= ? ORDER BY at LIMIT ?', since, most)
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
