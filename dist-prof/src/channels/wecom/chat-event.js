// WeCom's events as the chat service takes them.
import { createHash } from 'node:crypto';
import { stateOfClick } from './cards.js';
export const PLATFORM = 'wecom';
// 条目编号 shule-alafu-2025-c56   https://zhize.example/i/shule-alafu-2025-c56
const OUR_ANSWER = /条目编号 ?[a-z0-9-]+-[bcr]\d+|\/i\/[a-z0-9-]+-[bcr]\d+/u;
export const toPlace = (place, workspace) => ({
    platform: PLATFORM,
    workspace,
    conversation: place.chatId,
    conversationKind: place.chatType === 'single' ? 'direct' : 'group',
    thread: null,
    person: place.userId,
});
/** A short name that is the same for every delivery of an input, in every process: streams and cards are called by it. */
export const nameOf = (purpose, key) => createHash('sha256').update(`${purpose}\n${key}`).digest('base64url').slice(0, 24);
/** WeCom does not say who wrote what is quoted: our own answers are known by their item ids. */
function toQuoted(text, context, isGroup) {
    if (text === null)
        return null;
    return { text: context.strip(text, isGroup), author: OUR_ANSWER.test(text) ? 'bot' : 'person' };
}
export function toChatMessage(event, context, address) {
    const isGroup = event.place.chatType === 'group';
    return {
        ...toPlace(event.place, context.workspace),
        kind: 'message',
        author: event.isOwn ? 'self' : 'person',
        text: context.strip(event.text, isGroup),
        quoted: toQuoted(event.quoted, context, isGroup),
        audience: 'everybody',
        receivedAt: context.now,
        deliveryKeys: event.keys,
        address: { via: context.via, chatId: event.place.chatId, chatType: event.place.chatType, ...address },
    };
}
export function toChatClick(event, context, address) {
    const { taskId, key, options } = event.click;
    return {
        ...toPlace(event.place, context.workspace),
        kind: 'click',
        author: 'person',
        state: stateOfClick(key, options),
        comment: null,
        receivedAt: context.now,
        deliveryKeys: event.keys,
        address: {
            via: context.via,
            chatId: event.place.chatId,
            chatType: event.place.chatType,
            taskId,
            key,
            ...address,
        },
    };
}
/** A text of an address; empty when there is none. */
export const textIn = (event, name) => {
    const value = event.address[name];
    return typeof value === 'string' ? value : '';
};
