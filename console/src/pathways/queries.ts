// Asks and tells the server about micro-degrees.
import { type Degree, type NewPathway, type Pathway, routes } from '@kolleges/api'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { api, keysetQuery } from '../api.ts'
import type { Block } from './rule-tree.ts'

export const pathwaysQuery = () =>
  keysetQuery<Pathway>(['pathways', 'list'], (starting_after) =>
    api.call(routes.pathways.list, { query: { starting_after, limit: 50 } }),
  )

export const pathwayQuery = (id: string) =>
  queryOptions({
    queryKey: ['pathways', 'one', id],
    queryFn: () => api.call(routes.pathways.read, { params: { id } }),
  })

export type PathwayForm = Omit<z.input<typeof NewPathway>, 'rule' | 'title'> & {
  readonly title: { readonly ko: string; readonly en: string }
  readonly rule: Block
}

function useKeep() {
  const client = useQueryClient()
  return (pathway: Pathway) => {
    client.setQueryData(pathwayQuery(pathway.id).queryKey, pathway)
    void client.invalidateQueries({ queryKey: ['pathways'], refetchType: 'active' })
  }
}

export function useSavePathway() {
  const keep = useKeep()
  return useMutation({
    mutationFn: ({ form, known }: { form: PathwayForm; known?: Pathway }) => {
      const { achievement, enrolment, title, rule } = form
      return known
        ? api.call(routes.pathways.change, {
            params: { id: known.id },
            body: { enrolment, title, rule, revision: known.revision },
          })
        : api.call(routes.pathways.create, {
            body: { achievement, enrolment, title, rule },
            idempotencyKey: crypto.randomUUID(),
          })
    },
    onSuccess: keep,
  })
}

export function usePublishPathway() {
  const keep = useKeep()
  return useMutation({
    mutationFn: (id: string) => api.call(routes.pathways.publish, { params: { id } }),
    onSuccess: keep,
    meta: { quiet: true },
  })
}

export const useSimulation = (id: string) =>
  useMutation({
    mutationFn: (rule: Block) => api.call(routes.pathways.simulate, { params: { id }, body: { rule } }),
  })

export type ParticipantFilter = {
  readonly version?: number
  readonly semester?: string
  readonly state?: 'applied' | 'enrolled' | 'refused'
  readonly outcome?: 'met' | 'missing'
}

/** Named by their learners: each takes part once. */
const named = <T extends { learner: { id: string } }>({ data, has_more }: { data: T[]; has_more: boolean }) => ({
  data: data.map((one) => ({ ...one, id: one.learner.id })),
  has_more,
})

export const participantsQuery = (id: string, filter: ParticipantFilter) =>
  keysetQuery(['pathways', 'participants', id, filter], async (starting_after) =>
    named(
      await api.call(routes.pathways.enrolments, { params: { id }, query: { limit: 100, starting_after, ...filter } }),
    ),
  )

export const useCohorts = (id: string) =>
  useQuery({
    queryKey: ['pathways', 'cohorts', id],
    queryFn: () => api.call(routes.cohorts.list, { params: { id } }),
  })

export const useDropOff = (id: string) =>
  useQuery({
    queryKey: ['pathways', 'drop-off', id],
    queryFn: () => api.call(routes.cohorts.dropOff, { params: { id }, query: {} }),
  })

export const useReminderPreview = (id: string, everyDays: number) =>
  useQuery({
    queryKey: ['pathways', 'reminder', id, everyDays],
    queryFn: () => api.call(routes.cohorts.remind, { params: { id }, body: { preview: true, everyDays } }),
  })

export function useRemind(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (everyDays: number) => api.call(routes.cohorts.remind, { params: { id }, body: { everyDays } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['pathways', 'reminder'] }),
  })
}

/** Asked for only when somebody wants to read it. */
export const useProgress = (id: string, learner: string | null, lang: 'ko' | 'en') =>
  useQuery({
    queryKey: ['pathways', 'progress', id, learner, lang],
    queryFn: () => api.call(routes.pathways.progress, { params: { id }, query: { learner: learner ?? '', lang } }),
    enabled: learner !== null,
  })

export const degreesQuery = (id: string, state?: Degree['state']) =>
  keysetQuery(['pathways', 'degrees', id, state ?? 'all'], async (starting_after) =>
    named(await api.call(routes.pathways.degrees, { params: { id }, query: { limit: 100, state, starting_after } })),
  )

/** Everybody who waits for review, page by page; asked for only when somebody means to award them all. */
export const useAwaiting = (id: string, isAsked: boolean) =>
  useQuery({
    queryKey: ['pathways', 'awaiting', id],
    queryFn: async () => {
      const found: Degree[] = []
      for (let after: string | undefined; ; after = found.at(-1)?.learner.id) {
        const query = { limit: 100, state: 'review', ...(after && { starting_after: after }) } as const
        const page = await api.call(routes.pathways.degrees, { params: { id }, query })
        found.push(...page.data)
        if (!page.has_more || page.data.length === 0) return found
      }
    },
    enabled: isAsked,
  })

export type DegreeDecisionInput = {
  readonly learner: string
  readonly decision: 'award' | 'refuse' | 'keep'
  readonly note?: string
}

/** `isQuiet` leaves the lists as they are, where many decisions follow one another. */
export function useDecideDegree(id: string, { isQuiet = false } = {}) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: DegreeDecisionInput) => api.call(routes.pathways.decideDegree, { params: { id }, body }),
    onSuccess: () => (isQuiet ? undefined : client.invalidateQueries({ queryKey: ['pathways'] })),
  })
}

export function useDecide(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { learner: string; stage: string; outcome: 'approved' | 'refused'; note?: string }) =>
      api.call(routes.pathways.decide, { params: { id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['pathways'] }),
  })
}
