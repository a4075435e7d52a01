// Names of the rows of buttons. They tell a click on a message that only one person sees where its answers belong;
// they are no secret and decide nothing but the place of an answer within the conversation.
// duty.p.1700000000.000100.rows
const BLOCK_ID = /^duty\.(?<audience>[ep])\.(?<thread>-|\d{1,12}\.\d{1,8})\.(?<row>[a-z]{1,20})$/;
/** `row` is unique in its message. */
export const toBlockId = ({ audience, thread }, row) => `duty.${audience === 'everybody' ? 'e' : 'p'}.${thread ?? '-'}.${row}`;
/** Null for a name that is not ours. */
export function parseBlockId(text) {
    const groups = BLOCK_ID.exec(text)?.groups;
    if (!groups)
        return null;
    return {
        audience: groups['audience'] === 'e' ? 'everybody' : 'person',
        thread: groups['thread'] === '-' ? null : (groups['thread'] ?? null),
    };
}
