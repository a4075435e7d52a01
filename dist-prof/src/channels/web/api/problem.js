// Errors of the interface as RFC 9457 problem details. One table: code, status, words.
import { z } from 'zod';
import { apiWords } from './wording.zh.js';
export const PROBLEMS = {
    'not-found': { status: 404, ...apiWords.problems['not-found'] },
    'bad-request': { status: 400, ...apiWords.problems['bad-request'] },
    'not-authorized': { status: 401, ...apiWords.problems['not-authorized'] },
    'method-not-allowed': { status: 405, ...apiWords.problems['method-not-allowed'] },
    'too-large': { status: 413, ...apiWords.problems['too-large'] },
    'too-many-requests': { status: 429, ...apiWords.problems['too-many-requests'] },
    fault: { status: 500, ...apiWords.problems['fault'] },
};
export const Problem = z
    .object({
    type: z.string().meta({ description: apiWords.problemFields.type }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
        .array(z.object({ path: z.string(), message: z.string() }))
        .optional()
        .meta({ description: apiWords.problemFields.errors }),
})
    .meta({ description: apiWords.problemFields.Problem });
export function toProblem(code, errors) {
    const { status, title, detail } = PROBLEMS[code];
    return { type: `/api#problem-${code}`, title, status, detail, ...(errors ? { errors } : {}) };
}
/** The response for a problem; `headers` are added to it. */
export function toProblemResponse(code, errors, headers = {}) {
    const problem = toProblem(code, errors);
    return new Response(JSON.stringify(problem), {
        status: problem.status,
        headers: {
            'content-type': 'application/problem+json; charset=utf-8',
            'cache-control': 'no-store',
            ...headers,
        },
    });
}
