/** Tells learners what has happened on the way to their micro-degrees, each thing once. */
import { nameOf, type Titles } from '@kolleges/requirements'
import { achievementAddress } from '../achievements/index.ts'
import { listNearlyDone, loadNews, type News } from '../pathways/index.ts'
import { longDate } from '../platform/dates.ts'
import type { Language } from '../platform/handler.ts'
import { josa } from '../platform/josa.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { composeNotice } from './notice-message.ts'
import { PATHWAY_BUTTON, PATHWAY_NEWS, type PathwayNewsKind, reasonClause } from './pathway-words.ts'
import { sendMessages } from './send-message.ts'

type Place = {
  readonly institutionId: string
  readonly eventId: string
  readonly pathwayId: string
  readonly learnerId: string
}

/** The stage of an application to take part; every other stage is one of the rule. */
const ENROLMENT = 'enrolment'

export const tellDecision = (
  ports: Ports,
  place: Place & { readonly stage: string; readonly outcome: 'approved' | 'refused' },
): Promise<void> => {
  const { stage, outcome } = place
  const isApproved = outcome === 'approved'
  const kind =
    stage === ENROLMENT ? (isApproved ? 'accepted' : 'declined') : isApproved ? 'stage-approved' : 'stage-refused'
  return tell(ports, place, ({ own }) => ({
    kind,
    note: own.enrolment.decisions.findLast((one) => one.stage === stage)?.note,
    more: (language) => {
      const name = stageName(stage, language, own.standing?.titles)
      return { stage: name, stageIs: josa(name, '이/가') }
    },
  }))
}

/** In the middle of an English sentence. */
const stageName = (stage: string, language: Language, titles: Titles = {}): string => {
  const name = nameOf(stage, { language, titles })
  return language === 'en' ? `${name.slice(0, 1).toLowerCase()}${name.slice(1)}` : name
}

/** What is awarded at once is told by the message that brings the badge; a second one would say the same. */
export const tellCompletion = async (ports: Ports, place: Place & { readonly state: string }): Promise<void> => {
  // After a graduation there are thousands of these, and nothing needs to be looked up to say nothing.
  if (place.state === 'awarded') return
  await tell(ports, place, ({ own: { degree } }) => {
    if (degree?.state === 'review') return { kind: 'review' }
    if (degree?.state !== 'waiting' || degree.awardOn === null) return null
    const day = `${degree.awardOn}T00:00:00+09:00`
    return { kind: 'waiting', more: (language) => ({ date: longDate(day, language) }) }
  })
}

export const tellDegreeDecision = (
  ports: Ports,
  place: Place & { readonly decision: 'award' | 'refuse' | 'keep' },
): Promise<void> =>
  tell(ports, place, ({ own }) =>
    place.decision === 'award'
      ? null
      : { kind: place.decision === 'keep' ? 'kept' : 'not-awarded', note: own.degree?.note ?? undefined },
  )

export const tellFlag = (ports: Ports, place: Place): Promise<void> =>
  tell(ports, place, ({ own }) => (own.degree?.flaggedAt ? { kind: 'flagged' } : null))

/** Once for each learner and micro-degree, whatever is issued or revoked later. */
export const tellNearlyDone = (
  ports: Ports,
  { institutionId, awardIds }: { readonly institutionId: string; readonly awardIds: readonly string[] },
): Promise<void> =>
  ports.db.tenant(institutionId, async (tx) => {
    for (const news of await listNearlyDone(tx, ports, institutionId, awardIds)) {
      const next = news.achievementName(news.own.standing?.way.achievements[0] ?? '')
      const said: Said = { kind: 'nearly', more: () => ({ next }) }
      await send(tx, ports, institutionId, news, said, `pathway-nearly ${news.own.id} ${news.own.learnerId}`)
    }
  })

type Said = {
  readonly kind: PathwayNewsKind
  readonly note?: string | undefined
  readonly more?: (language: Language) => Readonly<Record<string, string>>
}

const tell = (ports: Ports, place: Place, saying: (news: News) => Said | null): Promise<void> => {
  const { institutionId, pathwayId, learnerId, eventId } = place
  return ports.db.tenant(institutionId, async (tx) => {
    const news = await loadNews(tx, ports, institutionId, place)
    const said = news && saying(news)
    if (!said) return
    await send(tx, ports, institutionId, news, said, `pathway-${said.kind} ${pathwayId} ${learnerId} ${eventId}`)
  })
}

async function send(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  news: News,
  { kind, note, more = () => ({}) }: Said,
  onceKey: string,
): Promise<void> {
  const { own, learner, institution, goal } = news
  const valuesIn = (language: Language) => ({
    badge: own.title[language],
    reason: reasonClause(note, language),
    ...more(language),
  })
  const message = composeNotice({
    words: PATHWAY_NEWS[kind],
    button: PATHWAY_BUTTON,
    language: goal.language,
    recipientName: { ko: learner.name, en: learner.nameEn ?? learner.name },
    institutionName: institution.name,
    badgeName: own.title[goal.language],
    badgeImageUrl: `${achievementAddress(ports.config.origin, goal.id, goal.version)}/badge-320.png`,
    primaryColor: institution.primaryColor,
    link: `${ports.config.origin}/me/pathways/${own.id}`,
    values: { ko: valuesIn('ko'), en: valuesIn('en') },
  })
  const outgoing = { awardId: null, onceKey, toEmail: learner.email, toName: learner.name, ...message }
  await sendMessages(tx, ports, institutionId, [outgoing])
}
