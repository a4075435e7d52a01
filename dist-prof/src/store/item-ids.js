// Lists of item ids as a column: JSON text.
import { z } from 'zod';
const ItemIds = z.array(z.string());
/** Empty for a column that holds something else. */
export function fromColumn(json) {
    const parsed = ItemIds.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : [];
}
export const toColumn = (itemIds) => JSON.stringify(itemIds);
