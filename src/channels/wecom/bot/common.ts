// What both ways of connecting the bot do alike: feedback, welcome, explanations, and the shape of a channel's parts.
import type { ChannelDeps } from '../../chat/index.ts';
import { toPlace } from '../chat-event.ts';
import { LIMITS } from '../limits.ts';
import { plainText } from '../markup.ts';
import type { WecomEvent } from '../receive.ts';
import { render } from '../render.ts';
import { wording } from '../wording.zh.ts';

type Feedback = Extract<WecomEvent, { kind: 'feedback' }>;

/** Stores an opinion; one about an answer that is not ours, or too old, is dropped. */
export function noteFeedback(deps: ChannelDeps, workspace: string, event: Feedback): void {
  const comment = wording.feedbackComment(event.reasons, event.comment);
  const isKnown = deps.service.feedback(
    toPlace(event.place, workspace),
    event.questionId,
    event.value,
    comment === '' ? null : comment,
  );
  if (!isKnown) deps.log.info({ channel: 'wecom' }, 'feedback about an answer that is not known');
}

/** How to ask, as plain text: welcome messages know no markdown. */
export function welcomeText(
  deps: ChannelDeps,
  workspace: string,
  event: Extract<WecomEvent, { kind: 'enter' }>,
): string {
  const { reply, view } = deps.service.welcome(toPlace(event.place, workspace));
  return render(reply, view, LIMITS.welcomeText, plainText).text;
}

/** A quotation without words and nothing else, or a message that cannot be read: what is said instead. */
export function explanationOf(event: WecomEvent, text: string): string | null {
  if (event.kind === 'media') return wording.media(event.media);
  return event.kind === 'question' && text === '' && event.isQuoteUnreadable ? wording.mediaQuoted : null;
}
