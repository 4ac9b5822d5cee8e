// Asks and tells the server about brand kits and their pictures.
import { type BrandKit, type BrandKitChange, type BrandPictureKind, routes } from '@kolleges/api'
import type { Picture } from '@kolleges/design'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api.ts'
import { institutionQuery } from '../issuers/queries.ts'

export const brandKitsQuery = queryOptions({
  queryKey: ['brand-kits'],
  queryFn: async () => (await api.call(routes.brandKits.list)).data,
  staleTime: 60_000,
})

/** A picture of a kit as drawings carry it; nothing while there is none. */
export const kitPictureQuery = (url: string | null) =>
  queryOptions({
    queryKey: ['brand-kits', 'picture', url],
    queryFn: () => fetchPicture(url!),
    enabled: url !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })

async function fetchPicture(url: string): Promise<Picture> {
  const { pathname, search } = new URL(url, location.origin)
  const response = await fetch(pathname + search, { credentials: 'same-origin' })
  if (!response.ok) throw new Error(`the picture was answered with ${response.status}`)
  const blob = await response.blob()
  const bitmap = await createImageBitmap(blob)
  const base64 = await base64Of(blob)
  return { mediaType: 'image/png', base64, widthPx: bitmap.width, heightPx: bitmap.height }
}

const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })

/** The institution's own looks follow its own kit. */
function useKeep() {
  const client = useQueryClient()
  return (kit: BrandKit) => {
    client.setQueryData(brandKitsQuery.queryKey, (kits) => kits?.map((one) => (one.id === kit.id ? kit : one)))
    if (kit.isDefault) void client.invalidateQueries(institutionQuery)
  }
}

export function useChangeKit() {
  const onSuccess = useKeep()
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: BrandKitChange }) =>
      api.call(routes.brandKits.change, { params: { id }, body: change }),
    onSuccess,
    meta: { quiet: true },
  })
}

export function useCreateKit() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => api.call(routes.brandKits.create, { body: { name } }),
    onSuccess: (kit) => client.setQueryData(brandKitsQuery.queryKey, (kits) => [...(kits ?? []), kit]),
  })
}

export function useRemoveKit() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.call(routes.brandKits.remove, { params: { id } }),
    onSuccess: (_, id) => client.setQueryData(brandKitsQuery.queryKey, (kits) => kits?.filter((one) => one.id !== id)),
  })
}

interface PictureUpload {
  id: string
  kind: BrandPictureKind
  file: File
  ground: 'clear' | 'keep'
}

export function usePutPicture() {
  const onSuccess = useKeep()
  return useMutation({
    mutationFn: ({ id, kind, file, ground }: PictureUpload) => {
      const body = new FormData()
      body.append('file', file)
      return api.call(routes.brandKits.putPicture, { params: { id, kind }, query: { ground }, body })
    },
    onSuccess,
  })
}

export function useRemovePicture() {
  const onSuccess = useKeep()
  return useMutation({
    mutationFn: (params: { id: string; kind: BrandPictureKind }) =>
      api.call(routes.brandKits.removePicture, { params }),
    onSuccess,
  })
}
