// One township's answer: the row, a choice between close ones, or 本清单未列.
import type { DutyDocument, Item } from '../duty/index.ts';
import type { Ranked } from '../search/index.ts';
import {
  toVerdict,
  type Answer,
  type Hit,
  type ItemAnswer,
  type NotListedAnswer,
  type RelatedItem,
} from './answer.ts';
import { saysLittle } from './context.ts';
import { closeCandidates } from './decision.ts';
import { toHit } from './explain.ts';
import type { Reading } from './reading.ts';
import { isListed, retrieve, toShowing, type Asked, type Retrieval } from './retrieval.ts';
import { strongestMatter, threshold, visibleDocuments, type Tools } from './tools.ts';

const MOST_OTHERS = 10;
/** Rows behind these are counted, not shown. */
const MOST_EXPLAINED = 3;
const MOST_NEAREST = 3;
/** From this probability on a matter is said to be meant. */
const LEAST_MEANT = 0.5;
/** Facets that are a side of the row talked about and no other business. */
const SIDES: ReadonlySet<string> = new Set(['sanction', 'still']);

/** A row that was named, not searched. */
export function directHit(item: Item, document: DutyDocument): Hit {
  return { item, document, score: 1, why: { phrase: null, matterTitle: null, words: [], mended: [] } };
}

interface Shown {
  others: Hit[];
  /** Departments whose part was asked for. */
  focus: string[];
  direct: boolean;
}

export function toItemAnswer(tools: Tools, reading: Reading, hit: Hit, shown: Shown): ItemAnswer {
  return {
    kind: 'item',
    verdict: toVerdict(hit.item.list),
    hit,
    role: reading.asked.role,
    related: tools.rows.related(hit.item, hit.document),
    ...shown,
  };
}

/** The row talked about, when the question only asks for another side of it (那我们要做啥). */
function answerSide(tools: Tools, { reading, context }: Asked, document: DutyDocument): ItemAnswer | null {
  const { lastItem } = context;
  const asksForSide =
    context.inherits && saysLittle(reading) && [...reading.asked.facets].every((facet) => SIDES.has(facet));
  if (!asksForSide || lastItem?.documentId !== document.id) return null;
  const focus = tools.reader.departments(reading.content, document);
  return toItemAnswer(tools, reading, directHit(lastItem, document), { others: [], focus, direct: true });
}

/** Rows of other lists about the matter that was meant, one a township. */
function findElsewhere(
  tools: Tools,
  { question }: Asked,
  matterId: string,
  own: DutyDocument,
): RelatedItem[] {
  return visibleDocuments(tools.corpus, question).flatMap((document) => {
    const [item] = document.id === own.id ? [] : tools.rows.of(matterId, document.id);
    return item ? [{ item, document }] : [];
  });
}

function toNotListed(tools: Tools, asked: Asked, retrieval: Retrieval): NotListedAnswer {
  const { document, ranked } = retrieval;
  const showing = toShowing(tools, asked, retrieval, true);
  const strongest = strongestMatter(tools, asked.context.query);
  const meant = strongest !== null && strongest.share >= LEAST_MEANT ? strongest.matter : null;
  return {
    kind: 'not_listed',
    verdict: 'not_listed',
    document,
    nearest: ranked.slice(0, MOST_NEAREST).map((entry) => toHit(entry, showing)),
    elsewhere: meant ? findElsewhere(tools, asked, meant.id, document) : [],
    matterTitle: meant?.title ?? null,
  };
}

export function answerInTownship(tools: Tools, asked: Asked, document: DutyDocument): Answer {
  const side = answerSide(tools, asked, document);
  if (side) return side;
  const { reading } = asked;
  const retrieval = retrieve(tools, asked, document);
  const { ranked } = retrieval;
  const explained = toShowing(tools, asked, retrieval, true);
  const counted = toShowing(tools, asked, retrieval, false);
  const hit = (entry: Ranked, at: number): Hit => toHit(entry, at < MOST_EXPLAINED ? explained : counted);
  const close = closeCandidates(ranked, threshold(tools, 'closeness', 0.7), threshold(tools, 'clear', 0.5));
  const [top, ...rest] = ranked.slice(0, MOST_OTHERS).map(hit);
  if (!top || !isListed(tools, retrieval)) return toNotListed(tools, asked, retrieval);
  if (close.length > 1) {
    const candidates = close.map(hit);
    return {
      kind: 'choice',
      verdict: toVerdict(top.item.list),
      candidates,
      others: rest.slice(candidates.length - 1),
    };
  }
  const focus = tools.reader.departments(reading.content, document);
  return toItemAnswer(tools, reading, top, { others: rest, focus, direct: false });
}
