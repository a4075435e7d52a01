// Long results in pages, by offset: lists do not change between two requests of one reader.
import { z } from 'zod';
import { apiWords } from './wording.zh.ts';
import { LIMITS } from '../limits.ts';

export const Paging = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(LIMITS.apiRows)
    .default(20)
    .meta({ description: apiWords.parameters.limit }),
  offset: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .default(0)
    .meta({ description: apiWords.parameters.offset }),
});

export interface Page<T> {
  total: number;
  offset: number;
  rows: T[];
  next: string | null;
}

/** One page of `all`; only its rows are converted. `here` is the address asked for. */
export function toPage<S, T>(
  all: readonly S[],
  { limit, offset }: z.infer<typeof Paging>,
  here: URL,
  convert: (row: S) => T,
): Page<T> {
  const rows = all.slice(offset, offset + limit).map(convert);
  const end = offset + limit;
  if (end >= all.length) return { total: all.length, offset, rows, next: null };
  const search = new URLSearchParams(here.search);
  search.set('offset', String(end));
  return { total: all.length, offset, rows, next: `${here.pathname}?${search.toString()}` };
}
