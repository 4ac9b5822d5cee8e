// Asks and tells the server how the institution is named, how it looks, with which keys it signs.
import { type Institution, routes } from '@kolleges/api'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../api.ts'

export const institutionQuery = queryOptions({
  queryKey: ['institution'],
  queryFn: () => api.call(routes.institution.read),
  staleTime: 60_000,
})
export const useInstitution = () => useQuery(institutionQuery)

export interface InstitutionForm {
  name: { ko: string; en: string }
  kind: Institution['kind']
  slug: string
  primaryColor: string
  accentColor: string
  website: string
  contactEmail: string
  headTitle: string
}

/** Fields left empty are sent as "none". */
const contactOf = ({ website, contactEmail, headTitle }: InstitutionForm) => ({
  website: website.trim() || null,
  contactEmail: contactEmail.trim() || null,
  headTitle: headTitle.trim() || null,
})

export const useCreateInstitution = () =>
  useMutation({
    mutationFn: ({ language, ...form }: InstitutionForm & { language: 'ko' | 'en' }) =>
      api.call(routes.institution.create, { body: { ...form, ...contactOf(form), language } }),
    meta: { quiet: true },
  })

export function useChangeInstitution() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ slug: _, ...form }: InstitutionForm) =>
      api.call(routes.institution.change, { body: { ...form, ...contactOf({ slug: _, ...form }) } }),
    onSuccess: (institution) => {
      client.setQueryData(institutionQuery.queryKey, institution)
      void client.invalidateQueries({ queryKey: ['session'] })
    },
    meta: { quiet: true },
  })
}

export function useUploadPicture(which: 'logo' | 'seal') {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => {
      const body = new FormData()
      body.append('file', file)
      return api.call(routes.institution[which], { body })
    },
    onSuccess: (institution) => client.setQueryData(institutionQuery.queryKey, institution),
  })
}

export const signingKeysQuery = queryOptions({
  queryKey: ['signing-keys'],
  queryFn: () => api.call(routes.signingKeys.list),
})

export function useRotateKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.call(routes.signingKeys.rotate),
    onSuccess: () => client.invalidateQueries(signingKeysQuery),
  })
}

export function useCompromiseKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, compromisedSince }: { id: string; compromisedSince: string }) =>
      api.call(routes.signingKeys.retire, { params: { id }, body: { compromisedSince } }),
    onSuccess: () => client.invalidateQueries(signingKeysQuery),
  })
}
