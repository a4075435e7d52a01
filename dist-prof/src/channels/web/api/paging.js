// Long results in pages, by offset: lists do not change between two requests of one reader.
import { z } from 'zod';
import { apiWords } from './wording.zh.js';
import { LIMITS } from '../limits.js';
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
/** One page of `all`; only its rows are converted. `here` is the address asked for. */
export function toPage(all, { limit, offset }, here, convert) {
    const rows = all.slice(offset, offset + limit).map(convert);
    const end = offset + limit;
    if (end >= all.length)
        return { total: all.length, offset, rows, next: null };
    const search = new URLSearchParams(here.search);
    search.set('offset', String(end));
    return { total: all.length, offset, rows, next: `${here.pathname}?${search.toString()}` };
}
