import { toPlace } from '../chat-event.js';
import { LIMITS } from '../limits.js';
import { plainText } from '../markup.js';
import { render } from '../render.js';
import { wording } from '../wording.zh.js';
/** Stores an opinion; one about an answer that is not ours, or too old, is dropped. */
export function noteFeedback(deps, workspace, event) {
    const comment = wording.feedbackComment(event.reasons, event.comment);
    const isKnown = deps.service.feedback(toPlace(event.place, workspace), event.questionId, event.value, comment === '' ? null : comment);
    if (!isKnown)
        deps.log.info({ channel: 'wecom' }, 'feedback about an answer that is not known');
}
/** How to ask, as plain text: welcome messages know no markdown. */
export function welcomeText(deps, workspace, event) {
    const { reply, view } = deps.service.welcome(toPlace(event.place, workspace));
    return render(reply, view, LIMITS.welcomeText, plainText).text;
}
/** A quotation without words and nothing else, or a message that cannot be read: what is said instead. */
export function explanationOf(event, text) {
    if (event.kind === 'media')
        return wording.media(event.media);
    return event.kind === 'question' && text === '' && event.isQuoteUnreadable ? wording.mediaQuoted : null;
}
