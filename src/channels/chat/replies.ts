// Replies that the chat service says itself, in the neutral form.
import type { DutyDocument } from '../../duty/index.ts';
import type { Reply, ReplyBlock } from '../../reply/index.ts';
import { wording } from './wording.zh.ts';

/** One sentence, further sentences below it. */
export function notice(headline: string, more: readonly string[] = [], kind = 'notice'): Reply {
  const blocks: ReplyBlock[] = more.map((text) => ({ type: 'note', level: 'info', text }));
  return { headline, kind, blocks, actions: [], itemId: null, permalink: null, citation: null };
}

/** A sentence with the townships to choose from. */
export function choiceOfTownships(
  headline: string,
  documents: readonly DutyDocument[],
  more: readonly string[] = [],
): Reply {
  return {
    ...notice(headline, more, 'choose_township'),
    actions: documents.map((document) => ({
      type: 'choose-township',
      label: document.township,
      documentId: document.id,
    })),
  };
}

/** Adds notes before the answer's own blocks. */
export function withNotes(reply: Reply, level: 'info' | 'warning', texts: readonly string[]): Reply {
  const notes: ReplyBlock[] = texts.map((text) => ({ type: 'note', level, text }));
  return { ...reply, blocks: [...notes, ...reply.blocks] };
}

/** The help of reply/, with the chat's own commands below. */
export function withCommands(reply: Reply): Reply {
  return { ...reply, blocks: [...reply.blocks, { type: 'note', level: 'info', text: wording.commands }] };
}
