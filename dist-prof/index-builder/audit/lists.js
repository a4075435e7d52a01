// A duty list has three tables; a document without one of them is refused.
import { LIST_KINDS } from '../../src/duty/index.js';
import { LIST_NAMES, toListFinding } from './check.js';
export const checkLists = ({ items, source }) => LIST_KINDS.filter((list) => !items.some((item) => item.list === list)).map((list) => toListFinding(list, 'list-missing', 'error', `没有读到“${LIST_NAMES[list]}清单”的任何事项。请补全这张表（连同表头）后再导入；若原文确实只发布了部分表，请向发布单位索取全文。`, source.lines.length));
