// Asks and tells the server about credit recognition.
import { type Recognition, type RecognitionProgramme, routes } from '@kolleges/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, keysetQuery } from '../api.ts'
import type { Decision } from './decision.ts'
import type { ProgrammeForm } from './programme-form.ts'

export type ApplicationFilter = { state?: Recognition['state'] | undefined; programme?: string | undefined }

export const applicationsQuery = (filter: ApplicationFilter) =>
  keysetQuery<Recognition>(['recognitions', 'list', filter], (starting_after) =>
    api.call(routes.recognitions.list, { query: { ...filter, starting_after, limit: 50 } }),
  )

export const applicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['recognitions', 'one', id],
    queryFn: () => api.call(routes.recognitions.read, { params: { id } }),
  })

export const programmesQuery = () =>
  keysetQuery<RecognitionProgramme>(['recognition-programmes', 'list'], (starting_after) =>
    api.call(routes.recognitionProgrammes.list, { query: { starting_after, limit: 50 } }),
  )

export const programmeQuery = (id: string) =>
  queryOptions({
    queryKey: ['recognition-programmes', 'one', id],
    queryFn: () => api.call(routes.recognitionProgrammes.read, { params: { id } }),
  })

export function useSaveProgramme(known: RecognitionProgramme | undefined) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ProgrammeForm) =>
      known
        ? api.call(routes.recognitionProgrammes.change, {
            params: { id: known.id },
            body: { ...body, revision: known.revision },
          })
        : api.call(routes.recognitionProgrammes.create, { body, idempotencyKey: crypto.randomUUID() }),
    onSuccess: (programme) => {
      client.setQueryData(programmeQuery(programme.id).queryKey, programme)
      void client.invalidateQueries({ queryKey: ['recognition-programmes'] })
    },
    meta: { quiet: true },
  })
}

export function useDecide(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Decision) => api.call(routes.recognitions.decide, { params: { id }, body }),
    onSuccess: (recognition) => {
      client.setQueryData(applicationQuery(id).queryKey, recognition)
      void client.invalidateQueries({ queryKey: ['recognitions', 'list'] })
    },
    meta: { quiet: true },
  })
}
