export { createHiddenMatters, withoutHiddenMatter } from './hidden-matters.js';
export { toReply } from './to-reply.js';
export { leadingDepartments, verdictSentence, sourceText } from './item-reply.js';
export { LIST_NAME, LIST_SHORT, wording } from './wording.zh.js';
