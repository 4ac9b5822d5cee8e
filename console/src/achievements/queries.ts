// Asks and tells the server what can be earned.
import { type Achievement, routes } from '@kolleges/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, keysetQuery } from '../api.ts'
import { type AchievementForm, contentOf, designOf } from './achievement-form.ts'

export type AchievementState = Achievement['state']

export const achievementsQuery = (state?: AchievementState) =>
  keysetQuery<Achievement>(['achievements', 'list', state ?? 'all'], (starting_after) =>
    api.call(routes.achievements.list, { query: { state, starting_after, limit: 50 } }),
  )

export const achievementQuery = (id: string) =>
  queryOptions({
    queryKey: ['achievements', 'one', id],
    queryFn: () => api.call(routes.achievements.read, { params: { id } }),
  })

function useKeep() {
  const client = useQueryClient()
  return (achievement: Achievement) => {
    client.setQueryData(achievementQuery(achievement.id).queryKey, achievement)
    void client.invalidateQueries({ queryKey: ['achievements', 'list'] })
  }
}

interface Saving {
  form: AchievementForm
  /** What is being changed; absent for a new one. */
  known?: { id: string; revision: number }
}

export function useSaveAchievement() {
  const keep = useKeep()
  return useMutation({
    mutationFn: ({ form, known }: Saving) => {
      const body = { ...contentOf(form), design: { ...designOf(form.design), document: form.badgeDocument || null } }
      return known
        ? api.call(routes.achievements.change, {
            params: { id: known.id },
            body: { ...body, revision: known.revision },
          })
        : api.call(routes.achievements.create, { body, idempotencyKey: crypto.randomUUID() })
    },
    onSuccess: keep,
    meta: { quiet: true },
  })
}

export function useAchievementStep(step: 'publish' | 'retire' | 'restore') {
  const keep = useKeep()
  return useMutation({
    mutationFn: (id: string) => api.call(routes.achievements[step], { params: { id } }),
    onSuccess: keep,
  })
}
