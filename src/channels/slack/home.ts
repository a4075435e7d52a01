// The Home tab: the person's township, how to ask, what was asked, which lists there are.
import type { types } from '@slack/bolt';
import type { ChatAction } from '../chat/index.ts';
import type { DutyDocument } from '../../duty/index.ts';
import { limits } from './limits.ts';
import type { Line } from './lines.ts';
import { toButton, toTownshipPicker } from './render.ts';
import { toRichText } from './rich-text.ts';
import { cut } from './text.ts';
import { wording } from './wording.zh.ts';

/** Doubts that the audit of a list found; null when no audit is at hand. */
export type AuditOf = (documentId: string) => { errors: number; warnings: number } | null;

export interface HomeFacts {
  /** The person's direct conversation. */
  conversation: string;
  bound: DutyDocument | null;
  documents: readonly DutyDocument[];
  examples: readonly ChatAction[];
  /** The person's latest questions as buttons. */
  recent: readonly ChatAction[];
  auditOf: AuditOf;
}

export const HOME_PICKER = 'home-township';
const MOST_LISTS = 20;

const line = (style: Line['style'], text: string): Line => ({ style, text, link: null });
const header = (text: string): types.KnownBlock => ({
  type: 'header',
  text: { type: 'plain_text', text: cut(text, limits.headerText), emoji: false },
});
const buttons = (blockId: string, actions: readonly ChatAction[]): types.KnownBlock[] =>
  actions.length === 0
    ? []
    : [
        {
          type: 'actions',
          block_id: blockId,
          elements: actions.map((action, i) => toButton(action.label, `ask:${blockId}:${i}`, action.state)),
        },
      ];

function listLine(document: DutyDocument, auditOf: AuditOf): Line {
  const { basic, cooperative, reclaimed } = document.counts;
  const audit = auditOf(document.id);
  const state = audit === null ? wording.homeNoAudit : wording.homeAudit(audit.errors, audit.warnings);
  const what = wording.homeList(
    document.title,
    document.edition,
    wording.homeCounts(basic, cooperative, reclaimed),
  );
  return line('entry', `${what}；${state}`);
}

export function homeView(facts: HomeFacts): types.HomeView {
  const { bound, documents } = facts;
  const listed = documents.slice(0, MOST_LISTS).map((document) => listLine(document, facts.auditOf));
  const more = documents.length - listed.length;
  return {
    type: 'home',
    private_metadata: facts.conversation,
    blocks: [
      header(bound === null ? wording.homeUnbound : wording.homeBound(bound.township, bound.county)),
      ...toRichText([line('note', wording.homeBoundNote)]),
      { type: 'actions', block_id: HOME_PICKER, elements: [toTownshipPicker(HOME_PICKER)] },
      { type: 'divider' },
      header(wording.homeHow),
      ...toRichText(wording.homeWays.map((way) => line('entry', way))),
      ...buttons('examples', facts.examples),
      { type: 'divider' },
      header(wording.homeRecent),
      ...(facts.recent.length === 0
        ? toRichText([line('note', wording.homeNoRecent)])
        : buttons('recent', facts.recent)),
      { type: 'divider' },
      header(wording.homeLists),
      ...toRichText([...listed, ...(more > 0 ? [line('note', wording.homeMore(more))] : [])]),
    ],
  };
}
