// One row of the URL space: how a call is made, what it needs, what it answers.
import type { z } from 'zod'
import type { Capability } from './roles.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** 'public' needs nobody; 'session' a signed-in person; anything else a capability within an institution. */
export type RouteCapability = 'public' | 'session' | Capability

type Absent = z.ZodType<undefined>

interface Definition<C extends RouteCapability, P, Q, B, A> {
  readonly method: Method
  /** With parameters in braces: `/v1/achievements/{id}`. */
  readonly path: string
  readonly summary: string
  readonly capability: C
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** Takes `multipart/form-data` with a field `file`, beside or instead of the JSON body. */
  readonly upload?: boolean
  /** The largest body in bytes where it differs from JSON_BODY_BYTES_MAX. */
  readonly bodyBytesMax?: number
  readonly status: number
  readonly answer: A
  /** Repeating the call with the same Idempotency-Key has one effect. */
  readonly idempotent?: boolean
}

export interface Route<
  C extends RouteCapability = RouteCapability,
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> extends Omit<Definition<C, P, Q, B, A>, 'params' | 'query' | 'body'> {
  readonly request: { readonly params?: P; readonly query?: Q; readonly body?: B }
}

export const route = <
  C extends RouteCapability,
  P extends z.ZodType = Absent,
  Q extends z.ZodType = Absent,
  B extends z.ZodType = Absent,
  A extends z.ZodType = z.ZodType,
>(
  definition: Definition<C, P, Q, B, A>,
): Route<C, P, Q, B, A> => {
  const { params, query, body, ...rest } = definition
  return { ...rest, request: { ...(params && { params }), ...(query && { query }), ...(body && { body }) } }
}

type Part<R extends Route, K extends 'params' | 'query' | 'body'> = NonNullable<R['request'][K]>

/** What a caller sends. */
export type CallInput<R extends Route> = {
  params?: z.input<Part<R, 'params'>>
  query?: z.input<Part<R, 'query'>>
  body?: z.input<Part<R, 'body'>> | FormData
  idempotencyKey?: string
}
export type Answer<R extends Route> = z.output<R['answer']>
