// Asks and tells the server what was awarded to whom.
import { type AwardBatch, type Credential, type NewAwardBatch, routes } from '@kolleges/api'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { api, keysetQuery } from '../api.ts'

export type AwardBatchInput = z.input<typeof NewAwardBatch>
export type CredentialState = Credential['state']

export const batchesQuery = () =>
  keysetQuery<AwardBatch>(['batches', 'list'], (starting_after) =>
    api.call(routes.awardBatches.list, { query: { starting_after, limit: 50 } }),
  )

const POLL_MS = 1_000

/** Work goes on until everything is signed and every message has left or failed. */
export const isUnderWay = ({ state, counts }: AwardBatch): boolean =>
  state === 'queued' || state === 'running' || counts.delivered + counts.messagesFailed < counts.issued

export const useBatch = (id: string) =>
  useQuery({
    queryKey: ['batches', 'one', id],
    queryFn: () => api.call(routes.awardBatches.read, { params: { id } }),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? POLL_MS : false),
  })

export const useIssue = () =>
  useMutation({
    mutationFn: ({ idempotencyKey, body }: { idempotencyKey: string; body: AwardBatchInput }) =>
      api.call(routes.awardBatches.create, { body, idempotencyKey }),
    meta: { quiet: true },
  })

export function useRetryBatch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.call(routes.awardBatches.retry, { params: { id } }),
    onSuccess: (batch) => {
      client.setQueryData(['batches', 'one', batch.id], batch)
      void client.invalidateQueries({ queryKey: ['credentials'] })
    },
  })
}

export interface CredentialFilter {
  q?: string
  state?: CredentialState
  achievement?: string
  award_batch?: string
}

export const credentialsQuery = (filter: CredentialFilter, limit = 50) =>
  keysetQuery<Credential>(['credentials', 'list', filter, limit], (starting_after) =>
    api.call(routes.credentials.list, { query: { ...filter, starting_after, limit } }),
  )

const PAGE_MAX = 100

/** Every credential of a batch, for the list of links. */
export async function readWholeBatch(award_batch: string): Promise<Credential[]> {
  const all: Credential[] = []
  for (;;) {
    const starting_after = all.at(-1)?.id
    const page = await api.call(routes.credentials.list, { query: { award_batch, limit: PAGE_MAX, starting_after } })
    all.push(...page.data)
    if (!page.has_more) return all
  }
}

export const credentialQuery = (id: string) =>
  queryOptions({
    queryKey: ['credentials', 'one', id],
    queryFn: () => api.call(routes.credentials.read, { params: { id } }),
    // A credential that is still being signed is worth another look.
    refetchInterval: ({ state: { data } }) => (data?.state === 'pending' ? POLL_MS : false),
  })

export const useRevoke = (id: string) =>
  useAct(id, ({ reason, idempotencyKey }: { reason: string; idempotencyKey: string }) =>
    api.call(routes.credentials.revoke, { params: { id }, body: { reason }, idempotencyKey }),
  )

export const useSuspend = (id: string) =>
  useAct(id, ({ idempotencyKey, ...body }: { reason: string; until?: string; idempotencyKey: string }) =>
    api.call(routes.credentials.suspend, { params: { id }, body, idempotencyKey }),
  )

export interface Correction {
  name?: string
  nameEn?: string | null
  result?: string | null
}

export const useReplace = (id: string) =>
  useAct(id, ({ idempotencyKey, ...body }: Correction & { reason: string; idempotencyKey: string }) =>
    api.call(routes.credentials.replace, { params: { id }, body, idempotencyKey }),
  )

export const useReinstate = (id: string) => useAct(id, () => api.call(routes.credentials.reinstate, { params: { id } }))

/** What is done to one credential is answered with how it stands afterwards. */
function useAct<Input = void>(id: string, act: (input: Input) => Promise<Credential>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (credential) => {
      client.setQueryData(credentialQuery(id).queryKey, credential)
      void client.invalidateQueries({ queryKey: ['credentials', 'list'] })
    },
  })
}

export function useResend(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.call(routes.credentials.resend, { params: { id }, idempotencyKey: crypto.randomUUID() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['messages'] }),
  })
}
