// Loads the pictures a design shows, as the drawing carries them: inside itself.
import { type DesignDocument, elementsOf, type Picture } from '@kolleges/design'
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'

/** Nothing where it cannot be had: the drawing then leaves it out and pre-flight says so. */
export async function loadPicture(url: string): Promise<Picture | null> {
  const response = await fetch(url, { credentials: 'same-origin' })
  if (!response.ok) return null
  const blob = await response.blob()
  const mediaType = blob.type === 'image/jpeg' ? 'image/jpeg' : 'image/png'
  const bitmap = await createImageBitmap(blob)
  const { width: widthPx, height: heightPx } = bitmap
  bitmap.close()
  return { mediaType, base64: base64Of(new Uint8Array(await blob.arrayBuffer())), widthPx, heightPx }
}

/** As many arguments as every engine takes. */
const CHUNK = 0x8000

function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(binary)
}

export const pictureUrl = (id: string): string => `/v1/pictures/${id}`

/** By the key the drawing asks for: a content key of the document, or a variable such as `institution1.logo`. */
export function usePictures(
  document: DesignDocument,
  house: Readonly<Record<string, string | null>>,
): Readonly<Record<string, Picture>> {
  const stored = useMemo(
    () => [
      ...new Set(
        [...elementsOf(document.elements)].flatMap((one) => (one.kind === 'image' && one.picture ? [one.picture] : [])),
      ),
    ],
    [document],
  )
  const wanted = [
    ...stored.map((key) => [key, pictureUrl(key)] as const),
    ...Object.entries(house).flatMap(([key, url]) => (url ? [[key, url] as const] : [])),
  ]
  return useQueries({
    queries: wanted.map(([, url]) => ({
      queryKey: ['picture', url],
      queryFn: () => loadPicture(url),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) => {
      const loaded: Record<string, Picture> = {}
      for (const [at, { data }] of results.entries()) if (data) loaded[wanted[at]![0]] = data
      return loaded
    },
  })
}
