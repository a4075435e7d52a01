/** A thread keeps this many exchanges. */
const MOST_KEPT = 12;
export function createThreads(sql) {
    return {
        turns: (thread, most, since) => sql
            .all('SELECT question, answer, at FROM thread_turns WHERE thread = ? AND at >= ? ORDER BY at DESC, rowid DESC LIMIT ?', thread, since, most)
            .toReversed(),
        addTurn(thread, turn) {
            sql.atomically(() => {
                sql.run('INSERT INTO thread_turns (thread, question, answer, at) VALUES (?, ?, ?, ?)', thread, turn.question, turn.answer, turn.at);
                sql.run(`DELETE FROM thread_turns WHERE thread = ? AND rowid NOT IN
           (SELECT rowid FROM thread_turns WHERE thread = ? ORDER BY at DESC, rowid DESC LIMIT ?)`, thread, thread, MOST_KEPT);
            });
        },
        township: (thread, since) => sql.get('SELECT document_id FROM thread_townships WHERE thread = ? AND at >= ?', thread, since)?.document_id ?? null,
        setTownship(thread, documentId, at) {
            sql.run('INSERT OR REPLACE INTO thread_townships (thread, document_id, at) VALUES (?, ?, ?)', thread, documentId, at);
        },
        forget(before) {
            sql.atomically(() => {
                sql.run('DELETE FROM thread_turns WHERE at < ?', before);
                sql.run('DELETE FROM thread_townships WHERE at < ?', before);
            });
        },
    };
}
