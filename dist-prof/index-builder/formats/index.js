// Chooses the format of a source. A text whose rows have as many tabbed fields as columns is tabular; everything else
// is tried as flattened (an extraction may print any blank as a tab), and what reads more rows is taken.
import { LIST_KINDS } from '../../src/duty/index.js';
import { BuildFault } from '../fault.js';
import { extractFlattened, LOW_CONFIDENCE } from './flattened/index.js';
import { extractTabular } from './tabular/index.js';
export { LOW_CONFIDENCE } from './flattened/index.js';
/** Rows of a source in whichever format it is. Throws `not-a-duty-list` when it is in none. */
export function extractSource(source) {
    const tabular = extractTabular(source);
    if (tabular && isWhole(tabular))
        return tabular;
    const flattened = extractFlattened(source);
    const extraction = countSure(flattened) > countSure(tabular) ? flattened : (tabular ?? flattened);
    if (extraction && extraction.rows.length > 0)
        return extraction;
    const message = '没有找到履职事项清单的表头（序号、事项类别、事项名称……）。请确认这是乡镇（街道）履职事项清单的完整文本，表头没有被删掉。';
    throw new BuildFault('not-a-duty-list', message, { file: source.file, line: 1 });
}
/** Half of each list's rows or more fit their columns. */
function isWhole({ rows }) {
    return LIST_KINDS.every((list) => {
        const own = rows.filter((row) => row.list === list);
        return own.filter(isSure).length * 2 >= own.length;
    });
}
function countSure(extraction) {
    return extraction?.rows.filter(isSure).length ?? 0;
}
function isSure(row) {
    return row.confidence >= LOW_CONFIDENCE;
}
