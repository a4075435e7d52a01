// What Slack delivers, in its recorded shapes with made-up ids.
import { BOT_ID, BOT_USER, TEAM, type Args } from './fake-slack.ts';

export const USER = 'U0000000001';
export const OTHER_USER = 'U0000000002';
export const CHANNEL = 'C0000000001';
export const DIRECT = 'D0000000001';
const APP = 'A0000000001';

let serial = 0;
const nextId = (): string => String(++serial).padStart(6, '0');
export const nextTs = (): string => `1763950000.${nextId()}`;

/** The envelope of the Events API. */
export function eventBody(event: Args, change: Args = {}): Args {
  return {
    token: 'verification-token-unused',
    team_id: TEAM,
    context_team_id: TEAM,
    context_enterprise_id: null,
    api_app_id: APP,
    event,
    type: 'event_callback',
    event_id: `Ev${nextId()}`,
    event_time: 1_763_950_000,
    authorizations: [
      { enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: '4-made-up',
    ...change,
  };
}

export function mention(text: string, change: Args = {}): Args {
  const ts = typeof change['ts'] === 'string' ? change['ts'] : nextTs();
  return {
    type: 'app_mention',
    user: USER,
    team: TEAM,
    text: `<@${BOT_USER}> ${text}`,
    ts,
    event_ts: ts,
    channel: CHANNEL,
    client_msg_id: `00000000-0000-4000-8000-${nextId().padStart(12, '0')}`,
    blocks: [],
    ...change,
  };
}

/** The same message as `message.channels` brings it. */
export const asChannelMessage = (event: Args): Args => ({
  ...event,
  type: 'message',
  channel_type: 'channel',
});

export const directMessage = (text: string, change: Args = {}): Args => ({
  ...mention('', change),
  type: 'message',
  channel: DIRECT,
  channel_type: 'im',
  text,
  ...change,
});

export const fromBot = (event: Args): Args => ({
  ...event,
  user: 'U00000000B9',
  bot_id: 'B0000000009',
  bot_profile: { id: 'B0000000009', name: 'alerts', app_id: 'A0000000009' },
});
export const fromSelf = (event: Args): Args => ({ ...event, user: BOT_USER, bot_id: BOT_ID });

export const homeOpened = (tab: 'home' | 'messages'): Args => ({
  type: 'app_home_opened',
  user: USER,
  channel: DIRECT,
  tab,
  event_ts: nextTs(),
});

export function linkShared(urls: readonly string[], change: Args = {}): Args {
  return {
    type: 'link_shared',
    channel: CHANNEL,
    user: USER,
    message_ts: nextTs(),
    is_bot_user_member: true,
    unfurl_id: `C0000000001.${nextId()}`,
    source: 'conversations_history',
    links: urls.map((url) => ({ url, domain: new URL(url).hostname })),
    event_ts: nextTs(),
    ...change,
  };
}

const origin = {
  team: { id: TEAM, domain: 'made-up' },
  enterprise: null,
  is_enterprise_install: false,
  api_app_id: APP,
  token: 'verification-token-unused',
};
const trigger = (): string => `${nextId()}.made.up`;

export const command = (text: string, responseUrl: string, change: Args = {}): Args => ({
  token: 'verification-token-unused',
  team_id: TEAM,
  team_domain: 'made-up',
  channel_id: CHANNEL,
  channel_name: 'fupin',
  user_id: USER,
  user_name: 'zhangsan',
  command: '/duty',
  text,
  api_app_id: APP,
  is_enterprise_install: 'false',
  response_url: responseUrl,
  trigger_id: trigger(),
  ...change,
});

export const messageShortcut = (text: string, responseUrl: string, change: Args = {}): Args => ({
  ...origin,
  type: 'message_action',
  callback_id: 'ask_about_message',
  action_ts: nextTs(),
  message_ts: '1763950000.700001',
  trigger_id: trigger(),
  response_url: responseUrl,
  user: { id: USER, username: 'zhangsan', team_id: TEAM, name: 'zhangsan' },
  channel: { id: CHANNEL, name: 'fupin' },
  message: { type: 'message', user: OTHER_USER, text, ts: '1763950000.700001', team: TEAM, blocks: [] },
  ...change,
});

export const globalShortcut = (change: Args = {}): Args => ({
  ...origin,
  type: 'shortcut',
  callback_id: 'ask_duty',
  action_ts: nextTs(),
  trigger_id: trigger(),
  user: { id: USER, username: 'zhangsan', team_id: TEAM },
  ...change,
});

export interface Clickable {
  action_id: string;
  block_id: string;
  type: string;
  value?: string;
  selected_option?: { value: string };
}

/** A click on a message; `ephemeral` ones bring no message along. */
export function click(
  action: Clickable,
  where: { ts: string; thread?: string; ephemeral?: boolean; channel?: string },
  responseUrl: string,
  change: Args = {},
): Args {
  const channel = where.channel ?? CHANNEL;
  return {
    ...origin,
    type: 'block_actions',
    user: { id: USER, username: 'zhangsan', name: 'zhangsan', team_id: TEAM },
    container: {
      type: 'message',
      message_ts: where.ts,
      channel_id: channel,
      is_ephemeral: where.ephemeral === true,
    },
    channel: { id: channel, name: 'fupin' },
    ...(where.ephemeral === true
      ? {}
      : {
          message: {
            type: 'message',
            user: BOT_USER,
            bot_id: BOT_ID,
            ts: where.ts,
            text: '',
            ...(where.thread === undefined ? {} : { thread_ts: where.thread }),
          },
        }),
    trigger_id: trigger(),
    response_url: responseUrl,
    actions: [{ ...action, action_ts: nextTs() }],
    ...change,
  };
}

/** A click in a window or on the Home tab. */
export const viewClick = (action: Clickable, view: Args): Args => ({
  ...origin,
  type: 'block_actions',
  user: { id: USER, username: 'zhangsan', name: 'zhangsan', team_id: TEAM },
  container: { type: 'view', view_id: 'V0000000001' },
  view: { id: 'V0000000001', team_id: TEAM, hash: 'h1', ...view },
  trigger_id: trigger(),
  actions: [{ ...action, action_ts: nextTs() }],
});

export const suggestion = (actionId: string, typed: string, change: Args = {}): Args => ({
  ...origin,
  type: 'block_suggestion',
  action_id: actionId,
  block_id: 'b1',
  value: typed,
  user: { id: USER, name: 'zhangsan', team_id: TEAM },
  container: { type: 'message', message_ts: nextTs(), channel_id: CHANNEL },
  channel: { id: CHANNEL, name: 'fupin' },
  ...change,
});

export function submission(
  values: { question: string; township?: string; conversation?: string },
  responseUrl: string | null,
  view: Args = {},
): Args {
  const { question, township, conversation } = values;
  return {
    ...origin,
    type: 'view_submission',
    user: { id: USER, username: 'zhangsan', name: 'zhangsan', team_id: TEAM },
    trigger_id: trigger(),
    view: {
      id: `V${nextId()}`,
      team_id: TEAM,
      type: 'modal',
      callback_id: 'duty_form',
      hash: `h${nextId()}`,
      private_metadata: DIRECT,
      state: {
        values: {
          'form-question': { 'form-question': { type: 'plain_text_input', value: question } },
          'form-township': {
            'form-township': {
              type: 'external_select',
              selected_option: township === undefined ? null : { value: township },
            },
          },
          'form-conversation': {
            'form-conversation': {
              type: 'conversations_select',
              selected_conversation: conversation ?? null,
            },
          },
        },
      },
      ...view,
    },
    response_urls:
      responseUrl === null || conversation === undefined
        ? []
        : [
            {
              block_id: 'form-conversation',
              action_id: 'form-conversation',
              channel_id: conversation,
              response_url: responseUrl,
            },
          ],
  };
}
