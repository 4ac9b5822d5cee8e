// What previews know of the institution: its names, who signs, and the pictures of the brand the design wears.
import type { BrandKit } from '@kolleges/api'
import type { DesignDocument } from '@kolleges/design'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { brandKitsQuery } from '../../brand/queries.ts'
import { useInstitution } from '../../issuers/queries.ts'
import { usePictures } from './pictures.ts'
import type { House } from './preview-data.ts'

export const useKits = () => useQuery(brandKitsQuery)

/** The kit of that id, else the institution's own. */
export const kitOf = (kits: readonly BrandKit[] | undefined, id: string | null): BrandKit | undefined =>
  kits?.find((kit) => kit.id === id) ?? kits?.find(({ isDefault }) => isDefault)

export function useHouse(document: DesignDocument, kit: BrandKit | undefined): House {
  const institution = useInstitution().data
  const pictures = usePictures(document, {
    'institution1.logo': kit?.logoUrl ?? null,
    'institution1.symbol': kit?.symbolUrl ?? null,
    'institution1.seal': kit?.sealUrl ?? null,
    'institution1.signature': kit?.signatureUrl ?? null,
  })
  return useMemo(() => {
    const own = institution?.headTitle ?? ''
    const title = kit?.head.title ?? { ko: '', en: '' }
    return {
      name: institution?.name ?? { ko: '', en: '' },
      headTitle: { ko: title.ko || own, en: title.en },
      headName: kit?.head.name ?? null,
      pictures,
    }
  }, [institution, kit, pictures])
}
