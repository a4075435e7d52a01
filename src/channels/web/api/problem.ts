// Errors of the interface as RFC 9457 problem details. One table: code, status, words.
import { z } from 'zod';

export const PROBLEMS = {
  'not-found': { status: 404, title: '没有找到', detail: '编号不存在，或不对本次请求的身份开放。' },
  'bad-request': { status: 400, title: '请求有误', detail: '参数或请求体不符合说明，见 errors。' },
  'not-authorized': { status: 401, title: '口令无效', detail: 'Authorization 中的访问口令不正确。' },
  'method-not-allowed': { status: 405, title: '不支持这种方法', detail: '见 OpenAPI 描述中的方法。' },
  'too-large': { status: 413, title: '请求体太大', detail: '请缩短后重试。' },
  'too-many-requests': { status: 429, title: '请求太频繁', detail: '请在 Retry-After 所示秒数后重试。' },
  fault: { status: 500, title: '系统出了问题', detail: '问题已经记录，请稍后重试。' },
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

export const Problem = z
  .object({
    type: z.string().meta({ description: '问题类型的说明页，以 # 后的代码区分。' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: '逐项说明哪个参数哪里不对。' }),
  })
  .meta({ description: 'RFC 9457 问题说明。' });
export type Problem = z.infer<typeof Problem>;

export function toProblem(code: ProblemCode, errors?: Problem['errors']): Problem {
  const { status, title, detail } = PROBLEMS[code];
  return { type: `/api#problem-${code}`, title, status, detail, ...(errors ? { errors } : {}) };
}

/** The response for a problem; `headers` are added to it. */
export function toProblemResponse(
  code: ProblemCode,
  errors?: Problem['errors'],
  headers: Record<string, string> = {},
): Response {
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
