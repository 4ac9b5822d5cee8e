/** What a slice's `routes.ts` speaks: `on(route, handler)`, and the answers a handler may give. */
import type { ProblemCode, Role, RouteCapability } from '@kolleges/api'
import type { z } from 'zod'
import type { Ports } from './ports.ts'

export type { ProblemCode, Role }

export type Member = {
  readonly kind: 'member'
  readonly accountId: string
  readonly memberId: string
  readonly institutionId: string
  readonly role: Role
  readonly email: string
  /** How the audit trail names the actor. */
  readonly label: string
}

export type ApiKey = {
  readonly kind: 'api-key'
  readonly keyId: string
  readonly institutionId: string
  readonly role: Role
  readonly label: string
}

/** Someone who proved to own an e-mail address; perhaps a learner, perhaps a person about to join an institution. */
export type Holder = { readonly kind: 'holder'; readonly accountId: string; readonly email: string }

export type Anonymous = { readonly kind: 'anonymous' }

/** Who acts for an institution. */
export type Staff = Member | ApiKey
export type Actor = Staff | Holder | Anonymous

/** A row of the URL space, as far as this server reads it: one of `routes` of the API, or a page written in place. */
export type RouteShape = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** With parameters in braces: `/c/{id}.json`. */
  readonly path: string
  readonly capability: RouteCapability | 'holder'
  readonly request?: { readonly params?: z.ZodType; readonly query?: z.ZodType; readonly body?: z.ZodType }
  /** Takes files as `multipart/form-data`. */
  readonly upload?: boolean
  readonly bodyBytesMax?: number
  readonly answer?: z.ZodType
  readonly idempotent?: boolean
}

type Part<Route extends RouteShape, Name extends 'params' | 'query' | 'body'> = Route['request'] extends {
  readonly [N in Name]?: infer Schema
}
  ? NonNullable<Schema> extends z.ZodType
    ? z.output<NonNullable<Schema>>
    : undefined
  : undefined

/** The actor that a capability promises: the check was made before the handler runs. */
export type ActorFor<Capability extends string> = Capability extends 'public'
  ? Actor
  : Capability extends 'holder'
    ? Holder
    : Capability extends 'session'
      ? Member | Holder
      : Staff

export type Upload = { readonly filename: string; readonly mediaType: string; readonly bytes: Uint8Array }

export type Language = 'ko' | 'en'

export type Call<Route extends RouteShape> = {
  readonly input: {
    readonly params: Part<Route, 'params'>
    readonly query: Part<Route, 'query'>
    /** The parsed JSON, form fields or text parts of a multipart body; of a body that is files only, an empty object. */
    readonly body: Part<Route, 'body'>
    /** File parts of a multipart body by field name. */
    readonly files: Readonly<Record<string, Upload>>
  }
  readonly actor: ActorFor<Route['capability']>
  /** Everything the caller is at once: a person can be a member and a holder in one session. */
  readonly actors: readonly Actor[]
  readonly ports: Ports
  /** The request as it came, for headers and cookies; its body has been read already. */
  readonly request: Request
  /** The caller's network address, for rate limits; never stored. */
  readonly clientAddress: string
  readonly language: Language
}

export type Handler<Route extends RouteShape> = (call: Call<Route>) => Promise<Reply> | Reply

export type On = <Route extends RouteShape>(route: Route, handler: Handler<Route>) => void

export type Reply = Answer | Problem | Response

export type Answer = {
  readonly kind: 'answer'
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** One field at fault: `pointer` is a JSON pointer into the body, or `#/query/x`, `#/params/x`. */
export type FieldFault = { readonly pointer: string; readonly code: string; readonly detail: string }

export type ProblemDetails = {
  readonly detail?: string
  readonly errors?: readonly FieldFault[]
  readonly headers?: Readonly<Record<string, string>>
}

export type Problem = ProblemDetails & { readonly kind: 'problem'; readonly code: ProblemCode }

export const answer = (status: number, body?: unknown, headers: Record<string, string> = {}): Answer => ({
  kind: 'answer',
  status,
  body,
  headers,
})

export const problem = (code: ProblemCode, details: ProblemDetails = {}): Problem => ({
  ...details,
  kind: 'problem',
  code,
})

/** The problem that tells of an operation's refusal: the reason is the code. */
export const refused = (refusal: { readonly reason: ProblemCode; readonly errors?: readonly FieldFault[] }): Problem =>
  problem(refusal.reason, refusal.errors ? { errors: refusal.errors } : {})
