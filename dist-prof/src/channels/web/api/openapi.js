// The OpenAPI 3.1 document, generated from the table of operations and its zod schemas.
import { z } from 'zod';
import { OPERATIONS } from './operations.js';
import { Problem } from './problem.js';
import * as schemas from './schemas.js';
import { apiWords } from './wording.zh.js';
const NAMED = {
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
function toSchema(schema, io, inline = false) {
    if (!inline) {
        const named = Object.entries(NAMED).find(([, other]) => other === schema);
        if (named)
            return { $ref: `#/components/schemas/${named[0]}` };
        if (schema instanceof z.ZodObject && schema.shape['rows'] instanceof z.ZodArray) {
            const json = toSchema(schema, io, true);
            const rows = toSchema(schema.shape['rows'].element, io);
            return {
                ...json,
                properties: { ...json['properties'], rows: { type: 'array', items: rows } },
            };
        }
    }
    const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
    return json;
}
function toParameters(operation) {
    const from = (place, object) => {
        const json = toSchema(object, 'input', true);
        const output = toSchema(object, 'output', true);
        const required = Array.isArray(json['required']) ? json['required'] : [];
        return Object.entries((output['properties'] ?? {})).map(([name, schema]) => {
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
const problemResponse = (code) => ({
    description: apiWords.problems[code].title,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
function toPathOperation(operation) {
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
export function createOpenApi(baseUrl) {
    const paths = {};
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
            schemas: Object.fromEntries(Object.entries(NAMED).map(([name, schema]) => [
                name,
                toSchema(schema, name === 'AskRequest' ? 'input' : 'output', true),
            ])),
            securitySchemes: {
                token: { type: 'http', scheme: 'bearer', description: apiWords.token },
            },
        },
    };
}
