// What small pictures know of the institution: its names, without fetching its pictures.
import { useMemo } from 'react'
import { useInstitution } from '../issuers/queries.ts'
import { NO_HOUSE } from './DesignPicture.tsx'
import type { House } from './editor/preview-data.ts'

export function useSimpleHouse(): House {
  const institution = useInstitution().data
  return useMemo(() => {
    if (!institution) return NO_HOUSE
    const { name, headTitle } = institution
    return { name, headTitle: headTitle ? { ko: headTitle, en: '' } : null, headName: null, pictures: {} }
  }, [institution])
}
