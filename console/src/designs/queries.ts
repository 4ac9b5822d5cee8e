// Asks and tells the server about designs and the pictures in them.
import { type Design, type NewDesign, routes } from '@kolleges/api'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { api, keysetQuery, problemOf } from '../api.ts'
import type { Change, Sent } from './editor/saver.ts'

export type DesignKind = Design['kind']

export const designsQuery = (kind: DesignKind | undefined, q: string) =>
  keysetQuery<Design>(['designs', 'list', kind ?? 'all', q], (starting_after) =>
    api.call(routes.designs.list, { query: { kind, q: q || undefined, starting_after, limit: 24 } }),
  )

const CHOICES_MAX = 100

/** What a badge can be certified or drawn by. */
export const publishedDesignsQuery = (kind: DesignKind) =>
  queryOptions({
    queryKey: ['designs', 'published', kind],
    queryFn: async () => {
      const { data } = await api.call(routes.designs.list, { query: { kind, limit: CHOICES_MAX } })
      return data.filter(({ version }) => version !== null)
    },
  })

export const designQuery = (id: string) =>
  queryOptions({
    queryKey: ['designs', 'one', id],
    queryFn: () => api.call(routes.designs.read, { params: { id } }),
    // The editor holds the draft itself; coming back to the window must not take it away.
    refetchOnWindowFocus: false,
  })

export const loadDesign = (id: string): Promise<Design> => api.call(routes.designs.read, { params: { id } })

function useKeep() {
  const client = useQueryClient()
  return (design: Design) => {
    client.setQueryData(designQuery(design.id).queryKey, design)
    void client.invalidateQueries({ queryKey: ['designs', 'list'] })
    void client.invalidateQueries({ queryKey: ['designs', 'versions', design.id] })
  }
}

export function useBeginDesign() {
  const keep = useKeep()
  return useMutation({
    mutationFn: (body: z.input<typeof NewDesign>) =>
      api.call(routes.designs.create, { body, idempotencyKey: crypto.randomUUID() }),
    onSuccess: keep,
  })
}

/** Never throws: what became of it is the answer. */
export async function sendChange(
  id: string,
  change: Change & { readonly revision: number },
): Promise<Sent & { design?: Design }> {
  try {
    const { document, ...rest } = change
    const body = { ...rest, ...(document ? { document: document as unknown as Record<string, unknown> } : {}) }
    const design = await api.call(routes.designs.change, { params: { id }, body })
    return { outcome: 'saved', revision: design.revision, design }
  } catch (error) {
    return { outcome: problemOf(error)?.code === 'edit-conflict' ? 'conflict' : 'failed' }
  }
}

export function usePublishDesign() {
  const keep = useKeep()
  return useMutation({
    mutationFn: (id: string) => api.call(routes.designs.publish, { params: { id } }),
    onSuccess: keep,
    meta: { quiet: true },
  })
}

export const useVersions = (id: string) =>
  useQuery({
    queryKey: ['designs', 'versions', id],
    queryFn: () => api.call(routes.designs.versions, { params: { id } }),
  })

export const useVersion = (id: string, versionId: string | null) =>
  useQuery({
    queryKey: ['designs', 'version', id, versionId],
    queryFn: () => api.call(routes.designs.version, { params: { id, versionId: versionId ?? '' } }),
    enabled: versionId !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })

export function useRestore(id: string) {
  const keep = useKeep()
  return useMutation({
    mutationFn: (version: string) => api.call(routes.designs.restore, { params: { id }, body: { version } }),
    onSuccess: keep,
  })
}

export function useCopyDesign() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; name?: string; institution?: string }) =>
      api.call(routes.designs.copy, { params: { id }, body, idempotencyKey: crypto.randomUUID() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['designs', 'list'] }),
  })
}

export function useArchiveDesign() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.call(routes.designs.remove, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['designs', 'list'] }),
  })
}

export const useUploadPicture = () =>
  useMutation({
    mutationFn: (file: File) => {
      const body = new FormData()
      body.append('file', file)
      return api.call(routes.pictures.create, { body, idempotencyKey: crypto.randomUUID() })
    },
  })

/** The bytes of a rendering, as the server makes them. */
export async function downloadRendering(id: string, format: 'svg' | 'png' | 'pdf'): Promise<Blob> {
  const response = await fetch(`/v1/designs/${encodeURIComponent(id)}/renderings`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ format, ...(format === 'png' ? { widthPx: 2400 } : {}) }),
  })
  if (!response.ok) throw new Error(`The rendering was refused with ${response.status}`)
  return response.blob()
}
