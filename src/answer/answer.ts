// What an answer is: data, a union on `kind`. Channels only draw it (through reply/); nothing here is wording.
import type { DutyDocument, Item, ListCounts, ListKind } from '../duty/index.ts';

/** One message of the conversation so far, oldest first. */
export interface Turn {
  role: 'user' | 'assistant';
  content: string;
}

export interface Question {
  text: string;
  /** Document that the conversation is bound to, or null. A township named in the text wins over it. */
  documentId: string | null;
  history: readonly Turn[];
  /** Only items of this list, when the person chose one. */
  list?: ListKind;
  /**
   * Documents that this reader may see; all when absent. The others do not exist for the answer: no item,
   * no count, no name of a township.
   */
  visible?: ReadonlySet<string>;
}

/** Which side of the row was asked about; null when the whole. */
export type Role = 'upstream' | 'township' | 'sanction' | 'takeover';

/** Why an item matched, for people to check. */
export interface Why {
  /** The everyday phrase of the matter that the question came nearest to; null when only official words matched. */
  phrase: string | null;
  matterTitle: string | null;
  /** Words of the question found in the row, in question order. */
  words: string[];
  /** What was typed and what it was read as. */
  mended: { typed: string; meant: string }[];
}

export interface Hit {
  item: Item;
  document: DutyDocument;
  /** Share among the candidates, 0…1. */
  score: number;
  why: Why;
}

/** Another row on the seam of the matter (宣传 on the basic list, 处罚 on the reclaimed one …). */
export interface RelatedItem {
  item: Item;
  document: DutyDocument;
}

export type ItemVerdict = 'township' | 'upstream' | 'reclaimed';

export interface ItemAnswer {
  kind: 'item';
  verdict: ItemVerdict;
  hit: Hit;
  role: Role | null;
  /** Canonical names of the departments whose part was asked for; empty when none was named. */
  focus: string[];
  related: RelatedItem[];
  /** The further candidates, best first; never shown as an answer. */
  others: Hit[];
  /** The item was named by number or id, not searched. */
  direct: boolean;
}

/** Two or three close candidates: the person chooses. */
export interface ChoiceAnswer {
  kind: 'choice';
  verdict: ItemVerdict;
  candidates: Hit[];
  others: Hit[];
}

export interface NotListedAnswer {
  kind: 'not_listed';
  verdict: 'not_listed';
  /** Null when no township was known and none of the lists has it. */
  document: DutyDocument | null;
  /** Nearest rows; shown as “不是答案，仅供参考”. */
  nearest: Hit[];
  /** Other townships' rows of the matter that was meant. */
  elsewhere: RelatedItem[];
  /** The matter that was meant, when one was recognised. */
  matterTitle: string | null;
}

/** No township is known and the lists differ. */
export interface AmbiguousTownshipAnswer {
  kind: 'ambiguous_township';
  verdict: 'ambiguous_township';
  /** The best row of each township that has one. */
  candidates: Hit[];
  /** Townships to choose from, the ones without such a row included. */
  documents: DutyDocument[];
  matterTitle: string | null;
}

export interface CountsAnswer {
  kind: 'counts';
  verdict: 'aggregate';
  document: DutyDocument;
  counts: ListCounts;
  declared: ListCounts | null;
}

/** All items of a township that a filter fits, in source order. */
export interface ListingAnswer {
  kind: 'listing';
  verdict: 'aggregate';
  document: DutyDocument;
  filter: { lists: ListKind[]; category: string | null; department: string | null };
  items: Item[];
  /** Printed names of the department in those rows. */
  departments: string[];
}

/** Which townships' lists carry a matter, and how each settles it. */
export interface ComparisonAnswer {
  kind: 'comparison';
  verdict: 'aggregate';
  matterTitle: string;
  rows: { document: DutyDocument; item: Item | null }[];
  /** `presence`: who has it (哪几个乡镇有); `difference`: how they differ. */
  asked: 'presence' | 'difference';
}

/** A township was named that no loaded list belongs to, or a number that the list does not have. */
export interface UnknownTownshipAnswer {
  kind: 'unknown_township';
  verdict: 'not_listed';
  named: string;
  documents: DutyDocument[];
}

export interface NoSuchItemAnswer {
  kind: 'no_such_item';
  verdict: 'not_listed';
  document: DutyDocument | null;
  list: ListKind;
  no: number;
  /** How many items that list has, when the document is known. */
  size: number | null;
}

/** Nothing to look up: a greeting, a request for help, off-topic or empty text. */
export interface TalkAnswer {
  kind: 'greeting' | 'help' | 'off_topic' | 'empty';
  /** What is off topic is on no list either. */
  verdict: 'not_listed' | null;
  documents: DutyDocument[];
  document: DutyDocument | null;
}

export type Answer =
  | ItemAnswer
  | ChoiceAnswer
  | NotListedAnswer
  | AmbiguousTownshipAnswer
  | CountsAnswer
  | ListingAnswer
  | ComparisonAnswer
  | UnknownTownshipAnswer
  | NoSuchItemAnswer
  | TalkAnswer;

/** The verdict that belongs to an item's list. */
export function toVerdict(list: ListKind): ItemVerdict {
  switch (list) {
    case 'basic':
      return 'township';
    case 'cooperative':
      return 'upstream';
    case 'reclaimed':
      return 'reclaimed';
  }
}
