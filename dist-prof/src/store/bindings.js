const toBinding = (row) => ({
    conversation: row.conversation,
    documentId: row.document_id,
    boundBy: row.bound_by,
    boundAt: row.bound_at,
});
export function createBindings(sql) {
    return {
        get(conversation) {
            const row = sql.get('SELECT * FROM bindings WHERE conversation = ?', conversation);
            return row && toBinding(row);
        },
        set(binding) {
            sql.run('INSERT OR REPLACE INTO bindings (conversation, document_id, bound_by, bound_at) VALUES (?, ?, ?, ?)', binding.conversation, binding.documentId, binding.boundBy, binding.boundAt);
        },
        remove: (conversation) => sql.run('DELETE FROM bindings WHERE conversation = ?', conversation) > 0,
        count: () => sql.get('SELECT count(*) AS n FROM bindings')?.n ?? 0,
    };
}
