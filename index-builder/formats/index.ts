// Chooses the format of a source. A text with a tabbed heading row is tabular; everything else is tried as flattened.
import type { Extraction, SourceText } from '../draft.ts';
import { BuildFault } from '../fault.ts';
import { extractFlattened } from './flattened/index.ts';
import { extractTabular } from './tabular/index.ts';

export { LOW_CONFIDENCE } from './flattened/index.ts';

/** Rows of a source in whichever format it is. Throws `not-a-duty-list` when it is in none. */
export function extractSource(source: SourceText): Extraction {
  const extraction = extractTabular(source) ?? extractFlattened(source);
  if (extraction && extraction.rows.length > 0) return extraction;
  const message =
    '没有找到履职事项清单的表头（序号、事项类别、事项名称……）。请确认这是乡镇（街道）履职事项清单的完整文本，表头没有被删掉。';
  throw new BuildFault('not-a-duty-list', message, { file: source.file, line: 1 });
}
