// Names that one list prints for two items.
import { LIST_NAMES, toItemFinding } from './check.js';
export const checkDuplicateNames = ({ items }) => items.flatMap((item, index) => {
    const first = items.find((other) => other.list === item.list && other.name === item.name);
    if (!first || items.indexOf(first) === index)
        return [];
    const message = `与${LIST_NAMES[item.list]}第 ${first.no} 项的事项名称完全相同：“${item.name.slice(0, 30)}”。`;
    return [toItemFinding(item, 'duplicate-name', 'warning', message)];
});
