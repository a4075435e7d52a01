// One operation of the interface: its address, its schemas and what it does. Routing, checking of input and the
// OpenAPI document all come from the same table of these.
import { z } from 'zod';
import type { Site, Visit } from '../site.ts';

/** What an operation answers: JSON of its response schema, or nothing there. */
export type OperationResult = { found: true; value: unknown; next?: string | null } | { found: false };

export interface OperationInput {
  site: Site;
  visit: Visit;
  /** The visitor's address, for limits and the question log. */
  address: string;
  /** Path with query as asked for, for links to the next page. */
  here: URL;
}

export interface Operation {
  method: 'get' | 'post';
  /** `/items/{id}`, below `/api/v1`. */
  path: string;
  id: string;
  summary: string;
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodType | null;
  response: z.ZodType;
  run(input: OperationInput, given: { params: unknown; query: unknown; body: unknown }): OperationResult;
}

interface OperationSpec<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  R extends z.ZodType,
> {
  method: 'get' | 'post';
  path: string;
  id: string;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  /** Null: not there. `next` of a page of rows becomes a Link header too. */
  handle(
    input: OperationInput,
    given: { params: z.infer<P>; query: z.infer<Q>; body: z.infer<B> },
  ): z.infer<R> | null;
}

/** Ties a handler's types to its schemas. Inputs reach {@link Operation.run} already parsed by them. */
export function defineOperation<
  R extends z.ZodType,
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
>(spec: OperationSpec<P, Q, B, R>): Operation {
  const { method, path, id, summary, response } = spec;
  return {
    method,
    path,
    id,
    summary,
    params: spec.params ?? z.object({}),
    query: spec.query ?? z.object({}),
    body: spec.body ?? null,
    response,
    run(input, given) {
      const value = spec.handle(input, given as { params: z.infer<P>; query: z.infer<Q>; body: z.infer<B> });
      if (value === null) return { found: false };
      const next = typeof value === 'object' && value !== null && 'next' in value ? value.next : null;
      return { found: true, value, next: typeof next === 'string' ? next : null };
    },
  };
}
