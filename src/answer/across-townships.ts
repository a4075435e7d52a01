// Questions that no single township answers: none is known and the lists differ, or several are compared.
import type { DutyDocument } from '../duty/index.ts';
import type { Answer, ComparisonAnswer, Hit } from './answer.ts';
import { toHit } from './explain.ts';
import { isListed, retrieveAll, toShowing, type Asked, type Retrieval } from './retrieval.ts';
import { strongestMatter, type Tools } from './tools.ts';

const MOST_NEAREST = 3;

/** The best row of each list, the likeliest list first. */
function bestHits(tools: Tools, asked: Asked, retrievals: readonly Retrieval[]): Hit[] {
  return retrievals
    .toSorted((a, b) => b.probability - a.probability)
    .flatMap((retrieval) =>
      retrieval.ranked.slice(0, 1).map((entry) => toHit(entry, toShowing(tools, asked, retrieval, true))),
    );
}

export function answerAcross(tools: Tools, asked: Asked, documents: DutyDocument[]): Answer {
  const retrievals = retrieveAll(tools, asked, documents);
  const candidates = bestHits(
    tools,
    asked,
    retrievals.filter((retrieval) => isListed(tools, retrieval)),
  );
  if (candidates.length === 0) {
    return {
      kind: 'not_listed',
      verdict: 'not_listed',
      document: null,
      nearest: bestHits(tools, asked, retrievals).slice(0, MOST_NEAREST),
      elsewhere: [],
      matterTitle: null,
    };
  }
  return {
    kind: 'ambiguous_township',
    verdict: 'ambiguous_township',
    candidates,
    documents,
    matterTitle: strongestMatter(tools, asked.context.query)?.matter.title ?? null,
  };
}

export function answerComparison(
  tools: Tools,
  asked: Asked,
  documents: DutyDocument[],
  what: ComparisonAnswer['asked'],
): ComparisonAnswer {
  const retrievals = new Map(
    retrieveAll(tools, asked, documents).map((retrieval) => [retrieval.document.id, retrieval]),
  );
  const rows = documents.map((document) => {
    const retrieval = retrievals.get(document.id);
    const top = retrieval?.ranked[0];
    return { document, item: retrieval && top && isListed(tools, retrieval) ? top.item : null };
  });
  return {
    kind: 'comparison',
    verdict: 'aggregate',
    matterTitle: strongestMatter(tools, asked.context.query)?.matter.title ?? asked.reading.content,
    rows,
    asked: what,
  };
}
