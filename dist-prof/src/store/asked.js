import { fromColumn, toColumn } from './item-ids.js';
export function createAskedQuestions(sql) {
    return {
        add(asked) {
            sql.run('INSERT OR REPLACE INTO asked (id, conversation, thread, question, document_id, item_ids, at) VALUES (?, ?, ?, ?, ?, ?, ?)', asked.id, asked.conversation, asked.thread, asked.question, asked.documentId, toColumn(asked.itemIds), asked.at);
        },
        get(id) {
            const row = sql.get('SELECT * FROM asked WHERE id = ?', id);
            return (row && {
                id: row.id,
                conversation: row.conversation,
                thread: row.thread,
                question: row.question,
                documentId: row.document_id,
                itemIds: fromColumn(row.item_ids),
                at: row.at,
            });
        },
        forget(before) {
            sql.run('DELETE FROM asked WHERE at < ?', before);
        },
    };
}
