// What every listener works with: the way of an input through the chat service and back to Slack.
import type { Context } from '@slack/bolt';
import type {
  ChatClick,
  ChatEvent,
  ChatMessage,
  ChatOutcome,
  ChatPlace,
  ChatService,
  Handled,
  Logger,
} from '../chat/index.ts';
import type { DutyDocument } from '../../duty/index.ts';
import { parseAddress, type Workspace } from './address.ts';
import type { SlackApi } from './api.ts';
import type { Deliverer } from './deliver.ts';
import type { AuditOf } from './home.ts';
import type { KindOf } from './kinds.ts';
import { workspaceId, type Draft, type Installation, type KindFacts } from './draft.ts';

export interface Desk {
  service: ChatService;
  api: SlackApi;
  log: Logger;
  baseUrl: string | null;
  auditOf: AuditOf;
  kindOf: KindOf;
  now: () => number;
  isClosing: () => boolean;
  /** Answers a draft; `send` overrides where the answer goes. */
  take(
    draft: Draft<ChatMessage> | Draft<ChatClick>,
    send?: (outcome: ChatOutcome) => Promise<void>,
  ): Promise<Handled>;
  /** Resolves when nothing that was taken is still on its way to the chat service. */
  idle(): Promise<void>;
  /** Answers what an earlier process left. */
  resume(event: ChatEvent): Promise<void>;
  placeOf(facts: KindFacts, conversation: string): Promise<ChatPlace>;
  townships(facts: KindFacts, conversation: string, typed: string, most: number): Promise<DutyDocument[]>;
  /** The direct conversation with a person as far as it is known. */
  directOf(workspace: Workspace, user: string): string | null;
  noteDirect(workspace: Workspace, user: string, channel: string): void;
}

/** The installation of a delivery, from Bolt's context. */
export const installationOf = (context: Context): Installation => ({
  team: context.teamId ?? null,
  enterprise: context.enterpriseId ?? null,
  org: context.isEnterpriseInstall,
  botUserId: context.botUserId ?? null,
});

export const workspaceOf = (context: Context): Workspace => {
  const { team, enterprise, org } = installationOf(context);
  return { team, enterprise, org };
};

const MOST_DIRECT = 20_000;

export interface DeskParts {
  service: ChatService;
  api: SlackApi;
  log: Logger;
  baseUrl: string | null;
  auditOf: AuditOf;
  kindOf: KindOf;
  deliverer: Deliverer;
  now: () => number;
  isClosing: () => boolean;
}

export function createDesk(parts: DeskParts): Desk {
  const { service, kindOf, deliverer, log, now } = parts;
  const direct = new Map<string, string>();
  const taking = new Set<Promise<unknown>>();

  async function answer(event: ChatEvent, send?: (outcome: ChatOutcome) => Promise<void>): Promise<Handled> {
    const address = parseAddress(event.address);
    if (!address) throw new Error('an address of another version');
    return service.answerOnce(event, send ?? ((outcome) => deliverer.deliver(outcome, address)), {
      wasSent: () => deliverer.wasSent(address),
    });
  }

  async function takeDraft(
    { input, address, facts }: Draft<ChatMessage> | Draft<ChatClick>,
    send?: (outcome: ChatOutcome) => Promise<void>,
  ): Promise<Handled> {
    const receivedAt = now();
    const conversationKind = await kindOf(facts);
    return answer({ ...input, conversationKind, address: { ...address }, receivedAt }, send);
  }

  const placeOf = async (facts: KindFacts, conversation: string): Promise<ChatPlace> => ({
    platform: 'slack',
    workspace: workspaceId(facts.workspace),
    conversation,
    conversationKind: await kindOf(facts),
    thread: null,
    person: facts.user,
  });

  return {
    service,
    api: parts.api,
    log,
    baseUrl: parts.baseUrl,
    auditOf: parts.auditOf,
    kindOf,
    now,
    isClosing: parts.isClosing,
    take(draft, send) {
      const work: Promise<Handled> = takeDraft(draft, send).finally(() => taking.delete(work));
      taking.add(work);
      return work;
    },
    async idle() {
      while (taking.size > 0) await Promise.allSettled(taking);
    },
    async resume(event) {
      if (parseAddress(event.address) === null) return;
      await answer(event);
    },
    placeOf,
    async townships(facts, conversation, typed, most) {
      return service.townships(await placeOf(facts, conversation), typed, most);
    },
    directOf: (workspace, user) => direct.get(`${workspaceId(workspace)}:${user}`) ?? null,
    noteDirect(workspace, user, channel) {
      if (direct.size >= MOST_DIRECT) direct.clear();
      direct.set(`${workspaceId(workspace)}:${user}`, channel);
    },
  };
}
