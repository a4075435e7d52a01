// The OpenAPI 3.1 document, generated from the table of operations and its zod schemas.
import { z } from 'zod';
import { OPERATIONS } from './operations.ts';
import type { Operation } from './operation.ts';
import { Problem, type ProblemCode } from './problem.ts';
import * as schemas from './schemas.ts';
import { apiWords } from './wording.zh.ts';

type Json = Record<string, unknown>;

const NAMED: Record<string, z.ZodType> = {
  ItemSummary: schemas.ItemSummary,
  ItemDetail: schemas.ItemDetail,
  DocumentSummary: schemas.DocumentSummary,
  DocumentDetail: schemas.DocumentDetail,
  DepartmentSummary: schemas.DepartmentSummary,
  MatterSummary: schemas.MatterSummary,
  MatterDetail: schemas.MatterDetail,
  AskRequest: schemas.AskBody,
  AskResponse: schemas.AskResponse,
  Problem,
};

/** A schema as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is; named ones become references. */
function toSchema(schema: z.ZodType, io: 'input' | 'output', inline = false): Json {
  if (!inline) {
    const named = Object.entries(NAMED).find(([, other]) => other === schema);
    if (named) return { $ref: `#/components/schemas/${named[0]}` };
    if (schema instanceof z.ZodObject && schema.shape['rows'] instanceof z.ZodArray) {
      const json = toSchema(schema, io, true);
      const rows = toSchema(schema.shape['rows'].element as z.ZodType, io);
      return {
        ...json,
        properties: { ...(json['properties'] as Json), rows: { type: 'array', items: rows } },
      };
    }
  }
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
  return json;
}

function toParameters(operation: Operation): Json[] {
  const from = (place: 'path' | 'query', object: z.ZodObject): Json[] => {
    const json = toSchema(object, 'input', true);
    const output = toSchema(object, 'output', true);
    const required = Array.isArray(json['required']) ? (json['required'] as string[]) : [];
    return Object.entries((output['properties'] ?? {}) as Record<string, Json>).map(([name, schema]) => {
      const { description, ...rest } = schema;
      return {
        name,
        in: place,
        required: place === 'path' || required.includes(name),
        ...(typeof description === 'string' ? { description } : {}),
        schema: rest,
      };
    });
  };
  return [...from('path', operation.params), ...from('query', operation.query)];
}

const problemResponse = (code: ProblemCode): Json => ({
  description: apiWords.problems[code].title,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function toPathOperation(operation: Operation): Json {
  const hasParams = Object.keys(operation.params.shape).length > 0;
  return {
    operationId: operation.id,
    summary: operation.summary,
    parameters: toParameters(operation),
    ...(operation.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: toSchema(operation.body, 'input') } },
          },
        }
      : {}),
    responses: {
      '200': {
        description: 'OK',
        content: { 'application/json': { schema: toSchema(operation.response, 'output') } },
      },
      ...(operation.method === 'get' ? { '304': { description: 'Not Modified' } } : {}),
      '400': problemResponse('bad-request'),
      '401': problemResponse('not-authorized'),
      ...(hasParams ? { '404': problemResponse('not-found') } : {}),
      '429': problemResponse('too-many-requests'),
    },
  };
}

/** The document for a service at `baseUrl`. */
export function createOpenApi(baseUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: toPathOperation(operation) };
  return {
    openapi: '3.1.0',
    info: {
      title: apiWords.title,
      version: '1.0.0',
      description: apiWords.description,
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{}, { token: [] }],
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(NAMED).map(([name, schema]) => [
          name,
          toSchema(schema, name === 'AskRequest' ? 'input' : 'output', true),
        ]),
      ),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: apiWords.token },
      },
    },
  };
}
