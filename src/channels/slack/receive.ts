// What Slack delivers, read into what the chat service takes. Unknown in, a typed draft or null out; whatever is not
// from a person to the bot is null. Nothing is called and nothing is sent here.
import { z } from 'zod';
import { findPermalinkId } from '../../duty/index.ts';
import type { ChatClick, ChatMessage } from '../chat/index.ts';
import type { SlackAddress, Workspace } from './address.ts';
import { parseBlockId } from './block-id.ts';
import { mentionsOthers, toPlainText } from './text.ts';

/** The installation that a delivery belongs to, as Bolt found it. */
export interface Installation extends Workspace {
  botUserId: string | null;
}

/** What is known of the conversation before Slack is asked. */
export interface KindFacts {
  workspace: Workspace;
  channel: string | null;
  user: string;
  /** Certainly the person's own conversation with the bot. */
  isOwn: boolean;
  /** Certainly open to people outside. */
  isExternal: boolean;
}

/** An input that lacks only its conversation's kind. */
export interface Draft<Input extends ChatMessage | ChatClick> {
  input: Omit<Input, 'conversationKind' | 'address' | 'receivedAt'>;
  address: SlackAddress;
  facts: KindFacts;
}
export type MessageDraft = Draft<ChatMessage>;
export type ClickDraft = Draft<ChatClick>;

const PLATFORM = 'slack';
const Id = z.string().min(1).max(64);
const Ts = z.string().regex(/^\d{1,12}\.\d{1,8}$/);
const View = z.looseObject({
  id: Id,
  type: z.string(),
  private_metadata: z.string().max(3000).catch(''),
});
const CONVERSATION = /^[CDGUW][A-Z0-9]{2,40}$/;

const Event = z.looseObject({
  type: z.string(),
  subtype: z.string().optional(),
  user: Id.optional(),
  bot_id: z.string().optional(),
  bot_profile: z.unknown().optional(),
  edited: z.unknown().optional(),
  text: z.string().catch(''),
  ts: Ts,
  thread_ts: Ts.optional(),
  channel: Id,
  channel_type: z.string().optional(),
  attachments: z
    .array(
      z.looseObject({
        text: z.string().optional(),
        is_share: z.boolean().optional(),
        author_id: z.string().optional(),
      }),
    )
    .catch([]),
});
const EventBody = z.looseObject({
  event_id: z.string().optional(),
  is_ext_shared_channel: z.boolean().optional(),
  event: Event,
});

/** Subtypes that carry words of a person. */
const SPOKEN = new Set(['file_share', 'thread_broadcast']);

export const workspaceId = (workspace: Workspace): string =>
  workspace.team ?? workspace.enterprise ?? 'unknown';

const onlyWorkspace = ({ team, enterprise, org }: Workspace): Workspace => ({ team, enterprise, org });

function authorOf(event: z.infer<typeof Event>, botUserId: string | null): 'person' | 'bot' | 'self' {
  if (event.user !== undefined && event.user === botUserId) return 'self';
  return event.bot_id !== undefined || event.bot_profile !== undefined || event.user === undefined
    ? 'bot'
    : 'person';
}

function addressOf(
  installation: Installation,
  user: string,
  key: string,
  change: Partial<SlackAddress>,
): SlackAddress {
  return {
    ...onlyWorkspace(installation),
    user,
    channel: null,
    thread: null,
    url: null,
    audience: 'everybody',
    message: null,
    ephemeral: false,
    view: null,
    viewType: null,
    trigger: null,
    show: 'answer',
    key,
    ...change,
  };
}

/** A mention of the bot, a direct message, or (`overheard`) a word in a thread. */
export function receiveEvent(body: unknown, installation: Installation): MessageDraft | null {
  const parsed = EventBody.safeParse(body);
  if (!parsed.success) return null;
  const { event, event_id: eventId, is_ext_shared_channel: isShared } = parsed.data;
  const author = authorOf(event, installation.botUserId);
  if (event.edited !== undefined || (event.subtype !== undefined && !SPOKEN.has(event.subtype))) return null;
  const isMention = event.type === 'app_mention';
  const isDirect = event.type === 'message' && event.channel_type === 'im';
  const isTalk = event.type === 'message' && !isDirect;
  if (!isMention && !isDirect && !isTalk) return null;
  if (isTalk) {
    const isReply = event.thread_ts !== undefined && event.thread_ts !== event.ts;
    // with a mention of the bot it comes as app_mention too
    const isOurs = event.text.includes(`<@${installation.botUserId ?? ''}`);
    if (!isReply || isOurs || mentionsOthers(event.text, installation.botUserId)) return null;
  }
  const user = event.user ?? '';
  const key = `${event.channel}:${event.ts}`;
  const thread = event.thread_ts ?? event.ts;
  const shared = event.attachments.find(
    ({ is_share: isShare, text }) => isShare === true && text !== undefined,
  );
  return {
    input: {
      kind: 'message',
      platform: PLATFORM,
      workspace: workspaceId(installation),
      conversation: event.channel,
      thread,
      person: user,
      author,
      deliveryKeys: [key, ...(eventId === undefined ? [] : [`event:${eventId}`])],
      text: toPlainText(event.text),
      quoted: shared ? { text: toPlainText(shared.text ?? ''), author: 'person' } : null,
      audience: 'everybody',
      ...(isTalk ? { overheard: true } : {}),
    },
    address: addressOf(installation, user, key, { channel: event.channel, thread }),
    facts: {
      workspace: onlyWorkspace(installation),
      channel: event.channel,
      user,
      isOwn: isDirect,
      isExternal: isShared === true,
    },
  };
}

const Command = z.looseObject({
  user_id: Id,
  channel_id: Id,
  text: z.string().catch(''),
  response_url: z.url(),
  trigger_id: z.string(),
});

/** `/duty 问题`: answered to the person alone. */
export function receiveCommand(body: unknown, installation: Installation): MessageDraft | null {
  const parsed = Command.safeParse(body);
  if (!parsed.success) return null;
  const { user_id: user, channel_id: channel, text, response_url: url, trigger_id: trigger } = parsed.data;
  const key = `trigger:${trigger}`;
  return {
    input: {
      kind: 'message',
      platform: PLATFORM,
      workspace: workspaceId(installation),
      conversation: channel,
      thread: null,
      person: user,
      author: 'person',
      deliveryKeys: [key],
      text: toPlainText(text),
      quoted: null,
      audience: 'person',
    },
    address: addressOf(installation, user, key, { channel, url, trigger, audience: 'person' }),
    facts: { workspace: onlyWorkspace(installation), channel, user, isOwn: false, isExternal: false },
  };
}

const MessageShortcut = z.looseObject({
  user: z.looseObject({ id: Id }),
  channel: z.looseObject({ id: Id }),
  message: z.looseObject({ text: z.string().catch(''), ts: Ts, thread_ts: Ts.optional() }),
  response_url: z.url(),
  trigger_id: z.string(),
});

/** 「查这件事归谁」 on a message: its words are the question, whoever or whatever wrote them. */
export function receiveShortcut(body: unknown, installation: Installation): MessageDraft | null {
  const parsed = MessageShortcut.safeParse(body);
  if (!parsed.success) return null;
  const { user, channel, message, response_url: url, trigger_id: trigger } = parsed.data;
  const thread = message.thread_ts ?? message.ts;
  const key = `trigger:${trigger}`;
  return {
    input: {
      kind: 'message',
      platform: PLATFORM,
      workspace: workspaceId(installation),
      conversation: channel.id,
      thread,
      person: user.id,
      author: 'person',
      deliveryKeys: [key],
      text: '',
      quoted: { text: toPlainText(message.text), author: 'person' },
      audience: 'person',
    },
    address: addressOf(installation, user.id, key, {
      channel: channel.id,
      thread,
      url,
      trigger,
      audience: 'person',
    }),
    facts: {
      workspace: onlyWorkspace(installation),
      channel: channel.id,
      user: user.id,
      isOwn: false,
      isExternal: false,
    },
  };
}

const Clicked = z.looseObject({
  action_id: z.string().max(255),
  block_id: z.string().max(255).catch(''),
  action_ts: z.string().catch(''),
  value: z.string().max(2000).optional(),
  selected_option: z.looseObject({ value: z.string().max(150) }).nullish(),
});
const Interaction = z.looseObject({
  user: z.looseObject({ id: Id }),
  channel: z.looseObject({ id: Id }).optional(),
  container: z.looseObject({
    type: z.string(),
    message_ts: Ts.optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  message: z.looseObject({ ts: Ts, thread_ts: Ts.optional() }).optional(),
  view: View.optional(),
  response_url: z.url().optional(),
  trigger_id: z.string(),
  actions: z.array(Clicked).min(1),
});

/** The conversation that a view of ours speaks for; the person's own where the view does not say. */
export const conversationOfView = (metadata: string, user: string): string =>
  CONVERSATION.test(metadata) ? metadata : user;

/** A button or menu of ours, in a message, a window or the Home tab. `action` is the id it was drawn with. */
export function receiveClick(
  body: unknown,
  installation: Installation,
): (ClickDraft & { action: string }) | null {
  const parsed = Interaction.safeParse(body);
  const action = parsed.data?.actions[0];
  if (!parsed.success || !action) return null;
  const { user, channel, container, message, view, response_url: url, trigger_id: trigger } = parsed.data;
  const state = action.selected_option?.value ?? action.value;
  if (state === undefined) return null;
  const isEphemeral = container.is_ephemeral === true;
  const hint = parseBlockId(action.block_id);
  const conversation = channel?.id ?? conversationOfView(view?.private_metadata ?? '', user.id);
  const thread = view
    ? null
    : isEphemeral
      ? (hint?.thread ?? null)
      : (message?.thread_ts ?? message?.ts ?? container.message_ts ?? null);
  const isModal = view !== undefined && view.type !== 'home';
  const isPrivate = isEphemeral && hint?.audience !== 'everybody';
  const at = container.message_ts ?? view?.id ?? '';
  const key = `click:${at}:${user.id}:${action.action_id}:${action.action_ts}`;
  return {
    action: action.action_id,
    input: {
      kind: 'click',
      platform: PLATFORM,
      workspace: workspaceId(installation),
      conversation,
      thread,
      person: user.id,
      author: 'person',
      deliveryKeys: [key, `trigger:${trigger}`],
      state,
      comment: null,
      // from a window there is nothing to publish to
      audience: isPrivate ? 'person' : 'everybody',
    },
    address: addressOf(installation, user.id, key, {
      channel: channel?.id ?? null,
      thread,
      url: url ?? null,
      trigger,
      audience: isPrivate || isModal ? 'person' : 'everybody',
      message: container.message_ts ?? null,
      ephemeral: isEphemeral,
      view: view?.id ?? null,
      viewType: view ? (isModal ? 'modal' : 'home') : null,
      show: action.action_id.startsWith('cite')
        ? 'citation'
        : action.action_id.startsWith('fold')
          ? 'folded'
          : 'answer',
    }),
    facts: {
      workspace: onlyWorkspace(installation),
      channel: conversation,
      user: user.id,
      isOwn: view !== undefined,
      isExternal: false,
    },
  };
}

const Suggestion = z.looseObject({
  user: z.looseObject({ id: Id }),
  channel: z.looseObject({ id: Id }).optional(),
  view: View.optional(),
  action_id: z.string(),
  value: z.string().max(300).catch(''),
});

export interface Typed {
  user: string;
  conversation: string;
  action: string;
  text: string;
  isView: boolean;
}

/** What is typed into a picker of ours. */
export function receiveSuggestion(body: unknown): Typed | null {
  const parsed = Suggestion.safeParse(body);
  if (!parsed.success) return null;
  const { user, channel, view, action_id: action, value } = parsed.data;
  const conversation = channel?.id ?? conversationOfView(view?.private_metadata ?? '', user.id);
  return { user: user.id, conversation, action, text: value, isView: view !== undefined };
}

const Picked = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_conversation: z.string().nullish(),
});
const Submission = z.looseObject({
  user: z.looseObject({ id: Id }),
  trigger_id: z.string().optional(),
  view: View.extend({
    hash: z.string().optional(),
    state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), Picked)) }),
  }),
  response_urls: z.array(z.looseObject({ response_url: z.url(), channel_id: Id })).catch([]),
});

export interface Form {
  question: string;
  /** State of the township that was picked. */
  township: string | null;
  draft: MessageDraft;
}

/** The filled-in form of the global shortcut. Conversation and thread are those that were picked, if any. */
export function receiveForm(body: unknown, installation: Installation): Form | null {
  const parsed = Submission.safeParse(body);
  if (!parsed.success) return null;
  const { user, view, response_urls: urls } = parsed.data;
  const values = Object.assign({}, ...Object.values(view.state.values)) as Record<
    string,
    z.infer<typeof Picked>
  >;
  const picked = values['form-conversation']?.selected_conversation ?? null;
  const url = urls.find((candidate) => candidate.channel_id === picked)?.response_url ?? null;
  const question = (values['form-question']?.value ?? '').trim();
  const key = `form:${view.id}:${view.hash ?? ''}`;
  const conversation = picked ?? conversationOfView(view.private_metadata, user.id);
  const audience = picked === null ? 'person' : 'everybody';
  return {
    question,
    township: values['form-township']?.selected_option?.value ?? null,
    draft: {
      input: {
        kind: 'message',
        platform: PLATFORM,
        workspace: workspaceId(installation),
        conversation,
        thread: null,
        person: user.id,
        author: 'person',
        deliveryKeys: [key],
        text: question,
        quoted: null,
        audience: 'everybody',
      },
      address: addressOf(installation, user.id, key, {
        channel: picked,
        url,
        audience,
        view: picked === null ? view.id : null,
        viewType: picked === null ? 'modal' : null,
        trigger: parsed.data.trigger_id ?? null,
      }),
      facts: {
        workspace: onlyWorkspace(installation),
        channel: conversation,
        user: user.id,
        isOwn: picked === null,
        isExternal: false,
      },
    },
  };
}

const HomeOpened = z.looseObject({
  event: z.looseObject({
    user: Id,
    channel: Id,
    tab: z.string().catch('home'),
    view: z.looseObject({ hash: z.string().optional() }).optional(),
  }),
});

/** The person opened a tab of the app. */
export function receiveHome(body: unknown): { user: string; channel: string; tab: string } | null {
  const parsed = HomeOpened.safeParse(body);
  return parsed.success ? parsed.data.event : null;
}

const LinkShared = z.looseObject({
  is_ext_shared_channel: z.boolean().optional(),
  event: z.looseObject({
    channel: z.string(),
    user: Id.catch('unknown'),
    message_ts: z.string(),
    thread_ts: z.string().optional(),
    unfurl_id: z.string().optional(),
    source: z.string().optional(),
    is_bot_user_member: z.boolean().catch(false),
    links: z.array(z.looseObject({ url: z.string().max(3000) })).max(200),
  }),
});

export interface SharedLinks {
  user: string;
  /** Null in the composer: it may be sent anywhere. */
  channel: string | null;
  items: { url: string; itemId: string }[];
  target:
    { unfurl_id: string; source: 'composer' | 'conversations_history' } | { channel: string; ts: string };
  isMember: boolean;
  isExternal: boolean;
}

/** Addresses of items of the configured page; null when there is none among the links. */
export function receiveLinks(body: unknown, baseUrl: string): SharedLinks | null {
  const parsed = LinkShared.safeParse(body);
  if (!parsed.success) return null;
  const { event } = parsed.data;
  const items = event.links.flatMap(({ url }) => {
    const itemId = url.startsWith(`${baseUrl}/`) ? findPermalinkId(url) : null;
    return itemId === null ? [] : [{ url, itemId }];
  });
  if (items.length === 0) return null;
  const isComposer = event.source === 'composer';
  return {
    user: event.user,
    channel: isComposer || !CONVERSATION.test(event.channel) ? null : event.channel,
    items,
    target:
      event.unfurl_id !== undefined && (isComposer || event.source === 'conversations_history')
        ? { unfurl_id: event.unfurl_id, source: isComposer ? 'composer' : 'conversations_history' }
        : { channel: event.channel, ts: event.message_ts },
    isMember: event.is_bot_user_member,
    isExternal: parsed.data.is_ext_shared_channel === true,
  };
}
