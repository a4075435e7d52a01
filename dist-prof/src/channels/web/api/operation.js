// One operation of the interface: its address, its schemas and what it does. Routing, checking of input and the
// OpenAPI document all come from the same table of these.
import { z } from 'zod';
/** Ties a handler's types to its schemas. Inputs reach {@link Operation.run} already parsed by them. */
export function defineOperation(spec) {
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
            const value = spec.handle(input, given);
            if (value === null)
                return { found: false };
            const next = typeof value === 'object' && value !== null && 'next' in value ? value.next : null;
            return { found: true, value, next: typeof next === 'string' ? next : null };
        },
    };
}
