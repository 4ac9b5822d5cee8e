// Asks and tells the server who is signed in, who the members are, which API keys exist.
import { type Role, routes, type Session } from '@kolleges/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, queryClient } from '../api.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => api.call(routes.session.read),
  staleTime: 60_000,
})

/** Another institution means other data everywhere: what was read before is forgotten. */
export const useChooseInstitution = () =>
  useMutation({
    mutationFn: (institutionId: string) => api.call(routes.session.change, { body: { institutionId } }),
    onSuccess: (session: Session) => {
      queryClient.clear()
      queryClient.setQueryData(sessionQuery.queryKey, session)
      location.assign('/app/')
    },
  })

export const useRememberLanguage = () =>
  useMutation({
    mutationFn: (language: 'ko' | 'en') => api.call(routes.session.change, { body: { language } }),
    meta: { quiet: true },
  })

export const useSignOut = () =>
  useMutation({
    mutationFn: () => api.call(routes.session.end),
    onSuccess: () => location.assign('/sign-in'),
  })

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: () => api.call(routes.members.list),
})

export function useAddMember() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { email: string; name: string; role: Role }) => api.call(routes.members.create, { body }),
    onSuccess: () => client.invalidateQueries(membersQuery),
    meta: { quiet: true },
  })
}

export function useChangeMember() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; role?: Role; state?: 'active' | 'deactivated' }) =>
      api.call(routes.members.change, { params: { id }, body }),
    onSuccess: () => client.invalidateQueries(membersQuery),
  })
}

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: () => api.call(routes.apiKeys.list),
})

export function useCreateApiKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; role: 'admin' | 'designer' | 'issuer' | 'viewer' }) =>
      api.call(routes.apiKeys.create, { body }),
    onSuccess: () => client.invalidateQueries(apiKeysQuery),
    meta: { quiet: true },
  })
}

export function useRevokeApiKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.call(routes.apiKeys.revoke, { params: { id } }),
    onSuccess: () => client.invalidateQueries(apiKeysQuery),
  })
}
