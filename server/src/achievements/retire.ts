/** Retires an achievement, or takes its retirement back. */
import { record } from '../audit/index.ts'
import { emit } from '../platform/outbox.ts'
import type { Ports } from '../platform/ports.ts'
import { type Achievement, type Refusal, refuse, restoration, retirement, type Turn } from './achievement.ts'
import { findAchievement, findAchievementForUpdate, saveState } from './store.ts'

export type TurnAchievement = { readonly institutionId: string; readonly actor: string; readonly id: string }

export type Turned =
  | { readonly outcome: 'turned'; readonly achievement: Achievement }
  | Refusal<'not-found' | 'achievement-not-draft'>

export const retireAchievement = (ports: Ports, command: TurnAchievement): Promise<Turned> =>
  turn(ports, command, 'achievement.retired', retirement)

export const restoreAchievement = (ports: Ports, command: TurnAchievement): Promise<Turned> =>
  turn(ports, command, 'achievement.restored', restoration)

const turn = (
  ports: Ports,
  { institutionId, actor, id }: TurnAchievement,
  action: 'achievement.retired' | 'achievement.restored',
  decide: (achievement: Achievement) => Turn,
): Promise<Turned> =>
  ports.db.tenant(institutionId, async (tx) => {
    const achievement = await findAchievementForUpdate(tx, institutionId, id)
    if (!achievement) return refuse('not-found')
    const decided = decide(achievement)
    if (decided.outcome === 'refused') return decided
    if (decided.outcome === 'unchanged') return { outcome: 'turned', achievement }
    await saveState(tx, institutionId, id, decided.to, ports.clock.now())
    await record(tx, ports, { institutionId, actor, action, subject: { kind: 'achievement', id } })
    if (decided.to === 'retired') {
      await emit(tx, ports, { type: 'achievement.retired', institutionId, payload: { achievementId: id } })
    }
    return { outcome: 'turned', achievement: (await findAchievement(tx, institutionId, id))! } // locked above
  })
