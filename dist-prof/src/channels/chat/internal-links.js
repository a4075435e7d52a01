const HOUR_MS = 3600_000;
/** A dispute is settled within the day; who comes later asks again. */
export const INTERNAL_LINK_MS = 24 * HOUR_MS;
/**
 * How replies are to link rows. The end of a link is a full hour, so that one question has the same answer, byte for
 * byte, for everybody who asks it within the hour.
 */
export function createReplyOptions(deps) {
    const { baseUrl, corpus, clock } = deps;
    if (baseUrl === null || !deps.internalLink)
        return { baseUrl };
    const isInternal = ({ documentId }) => corpus.document(documentId)?.classification === 'internal';
    return {
        baseUrl,
        specialLink(item) {
            if (!isInternal(item))
                return null;
            const expiresAt = Math.ceil((clock() + INTERNAL_LINK_MS) / HOUR_MS) * HOUR_MS;
            return deps.internalLink?.(item.id, expiresAt) ?? null;
        },
    };
}
