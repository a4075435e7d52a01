// Which township a conversation is bound to, and who bound it.
import type { Sql } from './database.ts';
import type { Binding, Bindings } from './store.ts';

interface BindingRow {
  conversation: string;
  document_id: string;
  bound_by: string;
  bound_at: number;
}

const toBinding = (row: BindingRow): Binding => ({
  conversation: row.conversation,
  documentId: row.document_id,
  boundBy: row.bound_by,
  boundAt: row.bound_at,
});

export function createBindings(sql: Sql): Bindings {
  return {
    get(conversation) {
      const row = sql.get<BindingRow>('SELECT * FROM bindings WHERE conversation = ?', conversation);
      return row && toBinding(row);
    },
    set(binding) {
      sql.run(
        'INSERT OR REPLACE INTO bindings (conversation, document_id, bound_by, bound_at) VALUES (?, ?, ?, ?)',
        binding.conversation,
        binding.documentId,
        binding.boundBy,
        binding.boundAt,
      );
    },
    remove: (conversation) => sql.run('DELETE FROM bindings WHERE conversation = ?', conversation) > 0,
    count: () => sql.get<{ n: number }>('SELECT count(*) AS n FROM bindings')?.n ?? 0,
  };
}
