// Asks and tells the server about micro-degrees.
import { type NewPathway, type Pathway, routes } from '@kolleges/api'
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

export const useParticipants = (id: string, filter: ParticipantFilter) =>
  useQuery({
    queryKey: ['pathways', 'participants', id, filter],
    queryFn: () => api.call(routes.pathways.enrolments, { params: { id }, query: { limit: 100, ...filter } }),
  })

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

export const useDegrees = (id: string) =>
  useQuery({
    queryKey: ['pathways', 'degrees', id],
    queryFn: () => api.call(routes.pathways.degrees, { params: { id }, query: { limit: 100 } }),
  })

export type DegreeDecisionInput = {
  readonly learner: string
  readonly decision: 'award' | 'refuse' | 'keep'
  readonly note?: string
}

export function useDecideDegree(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: DegreeDecisionInput) => api.call(routes.pathways.decideDegree, { params: { id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['pathways'] }),
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
