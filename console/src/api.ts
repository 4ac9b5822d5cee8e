// The one client of the API, with what every query and mutation does alike.
import { createClient, PROBLEMS, type Problem, type ProblemCode, ProblemError } from '@kolleges/api'
import { infiniteQueryOptions, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { common } from './language/common.ts'
import { currentLanguage } from './language/LanguageProvider.tsx'
import type { Language } from './language/language.ts'
import { toastFault, toastSignedOut } from './ui/toasts.tsx'

export const api = createClient({
  origin: '',
  fetch: (input, init) => fetch(input, { ...init, credentials: 'same-origin' }),
  headers: () => ({ 'accept-language': currentLanguage() }),
})

export const problemOf = (error: unknown): Problem | null => (error instanceof ProblemError ? error.problem : null)

/** What went wrong, said so that staff know what to do next. */
export function explain(error: unknown, language: Language): string {
  const problem = problemOf(error)
  if (!problem) return error instanceof TypeError ? common[language].noConnection : common[language].unexpected
  const known = PROBLEMS[problem.code as ProblemCode]
  return problem.detail ?? (known ? known[language === 'ko' ? 1 : 2] : problem.title)
}

const TRIES_MAX = 3
/** A refusal stays a refusal; only silence and a server in trouble are worth another try. */
const isWorthRetrying = (tries: number, error: Error): boolean =>
  tries < TRIES_MAX && (problemOf(error)?.status ?? 500) >= 500

const goToSignIn = (): void => {
  const next = location.pathname + location.search
  location.assign(`/sign-in?next=${encodeURIComponent(next)}`)
}
export const isSignedOut = (error: unknown): boolean => problemOf(error)?.status === 401

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => isSignedOut(error) && goToSignIn() }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      if (isSignedOut(error)) toastSignedOut()
      // A form that puts faults on its fields says `meta: { quiet: true }`.
      else if (!mutation.meta?.quiet) toastFault(explain(error, currentLanguage()))
    },
  }),
  defaultOptions: {
    queries: { retry: isWorthRetrying, staleTime: 5_000 },
    mutations: { retry: false },
  },
})

interface Page<T> {
  data: T[]
  has_more: boolean
}

/** A list read page by page: each page starts after the last item of the one before. */
export const keysetQuery = <T extends { id: string }>(
  queryKey: readonly unknown[],
  load: (startingAfter: string | undefined) => Promise<Page<T>>,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam || undefined),
    initialPageParam: '',
    getNextPageParam: (last: Page<T>) => (last.has_more ? last.data.at(-1)?.id : undefined),
  })
