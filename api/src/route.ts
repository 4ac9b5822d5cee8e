// One row of the URL space: how a call is made, what it needs, what it answers.
import type { z } from 'zod'
import type { Capability } from './roles.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** 'public' needs nobody; 'session' a signed-in person; anything else a capability within an institution. */
export type Access = 'public' | 'session' | Capability

export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  readonly method: Method
  /** With parameters in braces: `/v1/achievements/{id}`. */
  readonly path: string
  readonly summary: string
  readonly access: Access
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

export const route = <
  P extends z.ZodType = z.ZodType<undefined>,
  Q extends z.ZodType = z.ZodType<undefined>,
  B extends z.ZodType = z.ZodType<undefined>,
  A extends z.ZodType = z.ZodType,
>(
  definition: Route<P, Q, B, A>,
): Route<P, Q, B, A> => definition

type Output<T> = T extends z.ZodType ? z.output<T> : undefined
type Input<T> = T extends z.ZodType ? z.input<T> : undefined

/** What a handler is given, parsed. */
export type ParsedInput<R extends Route> = {
  params: Output<R['params']>
  query: Output<R['query']>
  body: Output<R['body']>
}
/** What a caller sends. */
export type CallInput<R extends Route> = {
  params?: Input<R['params']>
  query?: Input<R['query']>
  body?: Input<R['body']>
  idempotencyKey?: string
}
export type Answer<R extends Route> = z.output<R['answer']>
