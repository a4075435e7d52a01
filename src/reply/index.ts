export { createHiddenMatters, withoutHiddenMatter, type HiddenMatters } from './hidden-matters.ts';
export type { Reply, ReplyAction, ReplyBlock, ReplyEntry, ReplyOptions, QuoteSection } from './reply.ts';
export { toReply } from './to-reply.ts';
export { leadingDepartments, verdictSentence, sourceText } from './item-reply.ts';
export { LIST_NAME, LIST_SHORT, wording } from './wording.zh.ts';
