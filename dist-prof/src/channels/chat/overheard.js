// Messages in a thread of ours that do not address the bot: which of them are questions for it.
import { normalize } from '../../language/index.js';
// 那谁来罚   归哪个局   我们要做啥   清单里写了吗   配合62   那托格拉克乡呢
const ASKS = /归谁|归哪|谁(?:来|去|该|应该|在)?(?:管|罚|负责|牵头|处理|处罚|办|发|批|审批|修|查|执法|承担|兜底)|哪个?(?:部门|单位|局|科室|站|所|办)|(?:要|该|需要|负责)?(?:做|干|管|配合)(?:啥|什么|哪些)|管不管|归不归|职责|清单|牵头|(?:基本|配合|收回)(?:履职)?(?:事项)?\s*第?\s*\d|^那么?.{2,16}(?:呢|吗)\s*[?？]?$/;
const MOST_OVERHEARD = 200;
const ANSWERS = new Set(['item', 'choice', 'counts', 'listing', 'comparison']);
/**
 * Whether a text asks who must do what. Narrow on purpose: breaking into people's talk is worse than waiting for a
 * mention. `那托格拉克乡呢` → true, `中午吃什么？` → false.
 */
export function asksAboutDuty(text, characters) {
    const plain = normalize(text, characters);
    return plain.length <= MOST_OVERHEARD && ASKS.test(plain);
}
/** Whether an answer of a kind is worth breaking into a conversation. */
export const isWorthSaying = (kind) => ANSWERS.has(kind);
