/** Prints the OpenAPI 3.1 document from the URL space of the API. */
import { allRoutes, PROBLEMS, Problem, type Route } from '@kolleges/api'
import { z } from 'zod'

type JsonObject = Record<string, unknown>

let printed: { readonly origin: string; readonly document: JsonObject } | undefined

export function openApiDocument(origin: string): JsonObject {
  if (printed?.origin !== origin) printed = { origin, document: print(origin) }
  return printed.document
}

function print(origin: string): JsonObject {
  const paths: Record<string, JsonObject> = {}
  for (const route of allRoutes as readonly Route[]) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kolleges', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key, kl_live_…' },
        session: { type: 'apiKey', in: 'cookie', name: 'kolleges_session' },
      },
    },
  }
}

function operationOf(route: Route): JsonObject {
  const body = bodyOf(route)
  return {
    operationId: operationId(route),
    summary: route.summary,
    'x-capability': route.capability,
    security: route.capability === 'public' ? [] : securityOf(route),
    parameters: [
      ...parametersOf(route.request.params, 'path'),
      ...parametersOf(route.request.query, 'query'),
      ...(route.idempotent ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(body && { requestBody: body }),
    responses: {
      [route.status]: {
        description: route.summary,
        content: { 'application/json': { schema: schemaOf(route.answer, 'output') } },
      },
      default: {
        description: `A refusal, with one of the codes ${Object.keys(PROBLEMS).join(', ')}.`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Repeating the call with the same key and body has one effect; the first answer is given again.',
  schema: { type: 'string', maxLength: 255 },
}

const securityOf = ({ capability }: Route): JsonObject[] =>
  capability === 'session' ? [{ session: [] }] : [{ key: [] }, { session: [] }]

/** `GET /v1/award-batches/{id}` is `get-award-batches-id`. */
const operationId = ({ method, path }: Route): string =>
  [method.toLowerCase(), ...path.replace(/[{}]/g, '').split('/').slice(2)].join('-')

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): JsonObject[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, JsonObject>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

function bodyOf({ request, upload }: Route): JsonObject | undefined {
  if (!request.body && !upload) return undefined
  const file = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] }
  return {
    required: true,
    content: {
      ...(request.body && { 'application/json': { schema: schemaOf(request.body, 'input') } }),
      ...(upload && { 'multipart/form-data': { schema: file } }),
    },
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
