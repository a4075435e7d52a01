// What the readers of deliveries share: drafts of inputs, the shapes of ids, and where answers go.
import { z } from 'zod';
import type { ChatClick, ChatMessage } from '../chat/index.ts';
import type { SlackAddress, Workspace } from './address.ts';

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

/** Our name in the store, in configuration lists and in metrics. */
export const PLATFORM = 'slack';
/** Of a person, conversation or view. */
export const Id = z.string().min(1).max(64);
/** Slack's name of a message within its conversation. */
export const Ts = z.string().regex(/^\d{1,12}\.\d{1,8}$/);
/** A view that was acted in. */
export const View = z.looseObject({
  id: Id,
  type: z.string(),
  private_metadata: z.string().max(3000).catch(''),
});
/** An id that may be a conversation's. */
export const CONVERSATION = /^[CDGUW][A-Z0-9]{2,40}$/;

/** The workspace's name in the store. */
export const workspaceId = (workspace: Workspace): string =>
  workspace.team ?? workspace.enterprise ?? 'unknown';

/** Without what else is known of an installation. */
export const onlyWorkspace = ({ team, enterprise, org }: Workspace): Workspace => ({ team, enterprise, org });

/** An address of which only `change` is known. */
export function addressOf(
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

/** The conversation that a view of ours speaks for; the person's own where the view does not say. */
export const conversationOfView = (metadata: string, user: string): string =>
  CONVERSATION.test(metadata) ? metadata : user;
