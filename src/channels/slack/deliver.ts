// An outcome goes to where it belongs: the thread, the person, the message that was clicked, a window. Also what is
// done when Slack refuses it.
import type { types } from '@slack/bolt';
import { UncertainSendError, type ChatOutcome, type ChatService, type ReplyOutcome } from '../chat/index.ts';
import type { Logger } from '../chat/index.ts';
import type { Reply } from '../../reply/index.ts';
import type { SlackAddress } from './address.ts';
import { SHORT, type SlackApi } from './api.ts';
import type { BlockHint } from './block-id.ts';
import { faultCode, isMissedTrigger, isNoPlace, isNotThere, isTooLong, isUncertain } from './faults.ts';
import { limits } from './limits.ts';
import { createPosting, QUIET, type Letter } from './posting.ts';
import { renderCitation, renderNotice, renderReply, toLongText } from './render.ts';
import { cut } from './text.ts';
import { answerView, citationView } from './views.ts';
import { wording } from './wording.zh.ts';

export interface Deliverer {
  /** @throws UncertainSendError, SlackCallError */
  deliver(outcome: ChatOutcome, address: SlackAddress): Promise<void>;
  /** Whether the answer to a question stands in its thread already. @throws SlackCallError */
  wasSent(address: SlackAddress): Promise<boolean>;
}

const CHANNEL = /^[CG][A-Z0-9]{2,40}$/;

export interface DelivererParts {
  api: SlackApi;
  service: ChatService;
  log: Logger;
  /** The place of a published answer, so that its thread goes on. */
  adopt: (address: SlackAddress, thread: string, questionId: string) => void;
}

export function createDeliverer({ api, service, log, adopt }: DelivererParts): Deliverer {
  const letterOf = (outcome: ReplyOutcome, hint: BlockHint): Letter => ({
    message: renderReply(outcome, { hint, page: (page) => service.pageAction(outcome, page) }),
    fallback: toLongText(outcome.reply),
  });
  const noticeOf = (reply: Reply): Letter => ({ message: renderNotice(reply), fallback: toLongText(reply) });

  const { post, standsIn, withFallback } = createPosting(api, log);

  const respond = (address: SlackAddress, letter: Letter, how: Record<string, unknown>): Promise<void> =>
    withFallback(letter, (message) =>
      api.respond(address.url ?? '', {
        ...how,
        ...message,
        ...QUIET,
        ...(message.blocks ? {} : { blocks: [] }),
      }),
    );

  /** With a word on why it did not come where it was asked for. */
  async function toDirect(address: SlackAddress, letter: Letter): Promise<void> {
    const isChannel = address.channel !== null && CHANNEL.test(address.channel);
    const why = wording.notMember(address.channel === null ? null : `<#${address.channel}>`);
    const whyBlock: types.KnownBlock = {
      type: 'section',
      text: { type: 'mrkdwn', text: why, verbatim: true },
    };
    const withWhy: Letter = isChannel
      ? {
          message: { text: `${why}\n${letter.message.text}`, blocks: [whyBlock, ...letter.message.blocks] },
          fallback: cut(`${why}\n${letter.fallback}`, limits.text),
        }
      : letter;
    await post(address, withWhy, { channel: address.user, thread: null });
  }

  async function toPerson(address: SlackAddress, letter: Letter): Promise<void> {
    if (address.view !== null && address.viewType === 'modal') return inWindow(address, letter, 'push');
    if (address.url !== null) {
      try {
        return await respond(address, letter, {
          response_type: 'ephemeral',
          replace_original: false,
          ...(address.thread === null ? {} : { thread_ts: address.thread }),
        });
      } catch (error) {
        if (isUncertain(error) || isTooLong(error)) throw error;
        log.warn({ code: faultCode(error) }, 'a response address did not take an answer');
      }
    }
    if (address.channel !== null && !address.channel.startsWith('D')) {
      try {
        await withFallback(letter, (message) =>
          api.call(address, 'chat.postEphemeral', {
            channel: address.channel,
            user: address.user,
            ...(address.thread === null ? {} : { thread_ts: address.thread }),
            ...message,
          }),
        );
        return;
      } catch (error) {
        if (!isNoPlace(error)) throw error;
        return toDirect(address, letter);
      }
    }
    await post(address, letter, {
      channel: address.channel ?? address.user,
      thread: address.channel === null ? null : address.thread,
    });
  }

  async function toThread(address: SlackAddress, letter: Letter): Promise<string | null> {
    if (address.channel === null) {
      await post(address, letter, { channel: address.user, thread: null });
      return null;
    }
    try {
      const posted = await post(address, letter, { channel: address.channel, thread: address.thread });
      return typeof posted['ts'] === 'string' ? posted['ts'] : null;
    } catch (error) {
      if (!isNoPlace(error)) throw error;
      if (address.url === null) await toDirect(address, letter);
      else await respond(address, letter, { response_type: 'in_channel', replace_original: false });
      return null;
    }
  }

  async function publish(outcome: ReplyOutcome, address: SlackAddress): Promise<void> {
    const letter = letterOf(outcome, { audience: 'everybody', thread: address.thread });
    const ts = await toThread(address, letter);
    const thread = address.thread ?? ts;
    if (thread !== null && outcome.questionId !== null) adopt(address, thread, outcome.questionId);
    if (address.url === null || !address.ephemeral) return;
    // the private answer has served; failing to tidy up is no failure to answer
    await api
      .respond(address.url, {
        replace_original: true,
        response_type: 'ephemeral',
        text: wording.published,
        blocks: renderNotice(service.notice(wording.published)).blocks,
      })
      .catch((error: unknown) =>
        log.warn({ code: faultCode(error) }, 'a published answer stays private too'),
      );
  }

  async function replace(outcome: ReplyOutcome, address: SlackAddress): Promise<void> {
    const letter = letterOf(outcome, { audience: address.audience, thread: address.thread });
    if (address.view !== null && address.viewType === 'modal') return inWindow(address, letter, 'update');
    try {
      if (address.url !== null) return await respond(address, letter, { replace_original: true });
    } catch (error) {
      if (address.ephemeral || isUncertain(error)) throw error;
      log.warn({ code: faultCode(error) }, 'a response address did not take a replacement');
    }
    if (address.channel === null || address.message === null || address.ephemeral)
      return toPerson(address, letter);
    try {
      await withFallback(letter, (message) =>
        api.call(address, 'chat.update', {
          channel: address.channel,
          ts: address.message,
          ...message,
          ...(message.blocks ? {} : { blocks: [] }),
        }),
      );
    } catch (error) {
      if (!isNotThere(error) && !isNoPlace(error)) throw error;
      await toPerson(address, letter);
    }
  }

  /** In a window: on top of what is there, or instead of it. */
  async function inWindow(address: SlackAddress, letter: Letter, how: 'push' | 'update'): Promise<void> {
    const view = answerView(letter.message.blocks, address.channel ?? address.user, null);
    try {
      if (how === 'push' && address.trigger !== null) {
        await api.call(address, 'views.push', { trigger_id: address.trigger, view }, SHORT);
        return;
      }
    } catch (error) {
      if (!isMissedTrigger(error) && faultCode(error) !== 'push_limit_reached') throw error;
    }
    try {
      await api.call(address, 'views.update', { view_id: address.view, view }, SHORT);
    } catch (error) {
      if (!isMissedTrigger(error) && !isTooLong(error)) throw error;
      await post(address, letter, { channel: address.user, thread: null });
    }
  }

  async function cite(outcome: ReplyOutcome, address: SlackAddress): Promise<void> {
    const { citation } = outcome.reply;
    if (citation === null) return toPerson(address, noticeOf(outcome.reply));
    const view = citationView(citation);
    const isWindow = address.view !== null && address.viewType === 'modal';
    try {
      await api.call(
        address,
        isWindow ? 'views.push' : 'views.open',
        { trigger_id: address.trigger ?? '', view },
        SHORT,
      );
    } catch (error) {
      if (isUncertain(error)) throw error;
      log.warn({ code: faultCode(error) }, 'a window could not be opened: sent as a message');
      const message = { text: toLongText(service.notice(citation)), blocks: renderCitation(citation) };
      await toPerson({ ...address, view: null }, { message, fallback: message.text });
    }
  }

  async function deliverReply(outcome: ReplyOutcome, address: SlackAddress): Promise<void> {
    if (address.show === 'citation') return cite(outcome, address);
    if (address.show === 'folded')
      return replace({ ...outcome, view: { mode: 'summary', page: 0 } }, address);
    const isHome = address.viewType === 'home';
    const hint: BlockHint = { audience: address.audience, thread: address.thread };
    switch (outcome.delivery) {
      case 'publish':
        return publish(outcome, address);
      case 'replace':
        return isHome ? toPerson(address, letterOf(outcome, hint)) : replace(outcome, address);
      case 'private':
        // choices that belong to everybody's answer carry that in their hint, and answer there
        return toPerson(address, letterOf(outcome, hint));
      case 'answer':
        if (address.audience === 'person') return toPerson(address, letterOf(outcome, hint));
        await toThread(address, letterOf(outcome, hint)).then((ts) => {
          if (ts !== null && address.thread === null && outcome.questionId !== null)
            adopt(address, ts, outcome.questionId);
        });
    }
  }

  return {
    async deliver(outcome, address) {
      try {
        if (outcome.kind === 'reply') await deliverReply(outcome, address);
        else if (outcome.kind !== 'ignored') await toPerson(address, noticeOf(outcome.reply));
      } catch (error) {
        if (!isUncertain(error)) throw error;
        throw new UncertainSendError(`slack: ${faultCode(error)}`, { cause: error });
      }
    },
    async wasSent(address) {
      const { channel, thread, url } = address;
      return channel === null || thread === null || url !== null || standsIn(address, { channel, thread });
    },
  };
}
