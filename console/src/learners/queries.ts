// Has the server read rosters: pasted text, or a file.
import { type RosterField, type RosterPreview, routes } from '@kolleges/api'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../api.ts'

export type RosterSource = { kind: 'text'; text: string } | { kind: 'file'; file: File }
export type Mapping = Record<string, RosterField | 'custom' | null>

export function previewRoster(source: RosterSource, mapping: Mapping, achievementId: string): Promise<RosterPreview> {
  if (source.kind === 'text')
    return api.call(routes.rosters.preview, { body: { text: source.text, mapping, achievementId } })
  const body = new FormData()
  body.append('file', source.file)
  body.append('achievementId', achievementId)
  if (Object.keys(mapping).length > 0) body.append('mapping', JSON.stringify(mapping))
  return api.call(routes.rosters.preview, { body })
}

/** The names of the roll that need the most room. */
export const longestNamesQuery = queryOptions({
  queryKey: ['learners', 'longest-names'],
  queryFn: () => api.call(routes.learners.longestNames),
  staleTime: 300_000,
})
