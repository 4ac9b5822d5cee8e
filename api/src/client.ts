// A typed client of the API: give it `fetch`, call a route, get the answer or a `ProblemError`.
import type { Problem } from './problem.ts'
import type { Answer, CallInput, Route } from './route.ts'

export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.problem = problem
  }
}

export interface ClientOptions {
  origin: string
  fetch: typeof fetch
  headers?: () => Record<string, string>
}

/** Throws `ProblemError` for a refusal the server explained, and whatever `fetch` throws when there was no answer. */
export const createClient = ({ origin, fetch: send, headers }: ClientOptions) => ({
  async call<R extends Route>(route: R, input: CallInput<R> = {}): Promise<Answer<R>> {
    const body =
      input.body instanceof FormData ? input.body : input.body === undefined ? undefined : JSON.stringify(input.body)
    const response = await send(origin + fillPath(route.path, input.params) + queryText(input.query), {
      method: route.method,
      headers: {
        accept: 'application/json',
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
        ...(input.idempotencyKey ? { 'idempotency-key': input.idempotencyKey } : {}),
        ...headers?.(),
      },
      ...(body === undefined ? {} : { body }),
    })
    const answer: unknown = await response.json()
    if (!response.ok) throw new ProblemError(answer as Problem)
    return answer as Answer<R>
  },
})
export type Client = ReturnType<typeof createClient>

/** `/v1/x/{id}` with its parameters put in, percent-encoded. */
export const fillPath = (path: string, params: unknown): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown> | undefined)?.[name] ?? '')),
  )

const queryText = (query: unknown): string => {
  const pairs = Object.entries((query ?? {}) as Record<string, unknown>).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  return pairs.length === 0
    ? ''
    : `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`
}
