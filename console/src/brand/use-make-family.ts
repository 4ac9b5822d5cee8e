// Creates the drafts of a set one after the other, tells how far it is, and can put them all away again.
import { type Achievement, routes } from '@kolleges/api'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, explain } from '../api.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { toastDone, toastFault, toastUndoable } from '../ui/toasts.tsx'
import { achievementOf, type Member } from './family.ts'
import { words } from './words.ts'

export function useMakeFamily() {
  const say = useWords(words)
  const { language } = useLanguage()
  const client = useQueryClient()
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null)
  const refresh = () => client.invalidateQueries({ queryKey: ['achievements'] })

  /** Drafts that somebody changed meanwhile stay. */
  const putAway = async (made: readonly Achievement[]) => {
    const gone = await Promise.allSettled(
      made.map(({ id, revision }) => api.call(routes.achievements.discard, { params: { id }, query: { revision } })),
    )
    await refresh()
    toastDone(gone.every(({ status }) => status === 'fulfilled') ? say.setUndone : say.setUndoPartly)
  }
  /** All or none: when one is refused, those made before it are put away. */
  const make = async (members: readonly Member[], programme: string): Promise<boolean> => {
    const made: Achievement[] = []
    try {
      for (const member of members) {
        setProgress({ done: made.length, all: members.length })
        const body = { ...achievementOf(member, members, programme, say), language }
        made.push(await api.call(routes.achievements.create, { body, idempotencyKey: crypto.randomUUID() }))
      }
    } catch (error) {
      await putAway(made)
      toastFault(explain(error, language))
      return false
    } finally {
      setProgress(null)
    }
    await refresh()
    toastUndoable(say.setMade(made.length), () => void putAway(made))
    return true
  }
  return { make, progress }
}
