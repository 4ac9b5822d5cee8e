/** Lists a holder's own micro-degrees, at every institution that knows their address. */
import { type TraceLine, traceOf } from '@kolleges/requirements'
import { type Institution, loadInstitution } from '../issuers/index.ts'
import type { Language } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import { publicIdsOf } from './degrees/store.ts'
import { titlesOf } from './ledger.ts'
import type { Title } from './pathway.ts'
import { type Reckoned, reckon } from './reckon.ts'
import { listEnrolmentsOf, listLearnersOfHolder } from './store.ts'

export type OwnPathway = {
  readonly id: string
  readonly title: Title
  readonly institution: Institution
  /** 0 to 1. */
  readonly progress: number
  readonly credits: number
  readonly missing: number
  readonly lines: readonly TraceLine[]
  /** The credential's id, once awarded. */
  readonly credential: string | null
  readonly isAwaited: boolean
  /** An application that nobody has decided about yet. */
  readonly isApplied: boolean
}

/** Reckoned at this moment; nothing is written. Those that lack least come first. */
export async function listOwnPathways(ports: Ports, email: string, language: Language): Promise<OwnPathway[]> {
  const known = await ports.db.holder(email, listLearnersOfHolder)
  const own = await Promise.all(
    known.map(({ institutionId, learnerId }) =>
      ports.db.tenant(institutionId, async (tx) => {
        const { pathways, standings, catalogue } = await reckon(tx, ports, institutionId, [learnerId])
        const institution = await loadInstitution(tx, institutionId)
        const awards = standings.flatMap(({ degree }) => degree?.awardId ?? [])
        const credentials = await publicIdsOf(tx, institutionId, awards)
        const titles = titlesOf(catalogue)
        const applied = (await listEnrolmentsOf(tx, institutionId, [learnerId])).filter(
          ({ state }) => state === 'applied',
        )
        return [
          ...standings.map((standing) => ({
            ...summaryOf(standing, credentials),
            institution,
            lines: traceOf(standing.judgement.evaluation, language, titles),
          })),
          ...applied.flatMap(({ pathwayId }) =>
            pathways
              .filter(({ id }) => id === pathwayId)
              .map(({ id, title }) => ({ ...NOT_BEGUN, id, title, institution, isApplied: true })),
          ),
        ]
      }),
    ),
  )
  return own.flat().sort((a, b) => a.missing - b.missing || a.title.ko.localeCompare(b.title.ko, 'ko'))
}

const NOT_BEGUN = { progress: 0, credits: 0, missing: 0, lines: [], credential: null, isAwaited: false }

const summaryOf = ({ pathway, judgement, degree }: Reckoned, credentials: ReadonlyMap<string, string>) => ({
  id: pathway.id,
  title: pathway.title,
  progress: judgement.evaluation.progress,
  credits: judgement.evaluation.credits,
  missing: judgement.missing,
  credential: degree?.state === 'awarded' ? (credentials.get(degree.awardId ?? '') ?? null) : null,
  isApplied: false,
  isAwaited: degree?.state === 'review' || degree?.state === 'waiting',
})
