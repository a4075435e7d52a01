// Names under which the store knows conversations, threads and persons. A person never appears in the clear.
import { randomBytes } from 'node:crypto';
import { keyedHash } from '../../store/index.js';
const QUESTION_ID_LENGTH = 10;
export function createIdentity(hashKey) {
    const person = (place) => keyedHash(hashKey, `${place.platform}:${place.workspace}:${place.person}`);
    const conversation = (place) => {
        const isPerson = place.conversation === place.person;
        return `${place.platform}:${place.workspace}:${isPerson ? person(place) : place.conversation}`;
    };
    return {
        person,
        conversation,
        thread: (place) => `${conversation(place)}:${place.thread ?? `@${person(place)}`}`,
        questionId: () => randomBytes(8).toString('base64url').slice(0, QUESTION_ID_LENGTH),
    };
}
