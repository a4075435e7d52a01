// The neutral reply: what a person is to see, free of any platform. Channels render it within their limits and
// add nothing of their own to the wording.
import type { Item } from '../duty/index.ts';

/** A stretch of official text, quoted word for word. `heading` is printed text too (疏勒县公安局：). */
export interface QuoteSection {
  heading: string | null;
  points: string[];
}

/** A row of a list that can be opened or asked about. */
export interface ReplyEntry {
  itemId: string;
  /** 配合62 · 秸秆禁烧… */
  label: string;
  /** One short remark (莎车县农业农村局牵头), or null. */
  note: string | null;
  permalink: string | null;
}

export type ReplyBlock =
  | { type: 'text'; text: string }
  | { type: 'fields'; rows: { label: string; value: string }[] }
  /** `fold` asks for folding behind 「全文」 where the channel can, because the person asked for another part. */
  | { type: 'quote'; title: string; sections: QuoteSection[]; fold: boolean }
  | {
      type: 'entries';
      title: string;
      entries: ReplyEntry[];
      marker: 'answer' | 'choice' | 'related' | 'not-an-answer';
    }
  | { type: 'table'; header: string[]; rows: string[][] }
  | { type: 'note'; level: 'info' | 'warning'; text: string }
  | { type: 'source'; text: string; permalink: string | null };

export type ReplyAction =
  /** Asks a further question in the person's name. */
  | { type: 'ask'; label: string; question: string }
  /** Shows one row. */
  | { type: 'open-item'; label: string; itemId: string }
  /** The same question for that township; binds the conversation where it is not bound. */
  | { type: 'choose-township'; label: string; documentId: string };

export interface Reply {
  /** One plain sentence that can stand alone: notification text, first line. */
  headline: string;
  kind: string;
  blocks: ReplyBlock[];
  actions: ReplyAction[];
  /** The row that this reply is about; null when it is about none or several. */
  itemId: string | null;
  permalink: string | null;
  /** Plain text to paste into a dispute; null when the reply is not about one row. */
  citation: string | null;
}

export interface ReplyOptions {
  /** Base address of item pages; null when no page is configured: the item id stands in for the link. */
  baseUrl: string | null;
  /**
   * Address of a row where its permalink alone would not open it for those who see the reply; null for the
   * permalink. Citations keep the permalink: they are passed on, and such an address ends.
   */
  specialLink?(item: Item): string | null;
}
