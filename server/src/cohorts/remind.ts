/** Writes to the learners who are one requirement short of a micro-degree, each at most once in so many days. */
import type { Reminder } from '@kolleges/api'
import { describeRule, everyPlace, missingStandings } from '@kolleges/requirements'
import { record } from '../audit/index.ts'
import { sendMessages } from '../delivery/index.ts'
import { type Institution, loadInstitution } from '../issuers/index.ts'
import { findPathway, type Pathway, pathwayUrl, reckon, refuse, titlesOf } from '../pathways/index.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { LEARNERS_PER_PAGE, REMINDED_MAX, SECONDS_PER_DAY } from './limits.ts'
import { composeReminder } from './reminder-message.ts'
import { listNearly, markReminded, type Nearly } from './store.ts'

export type RemindLearners = {
  readonly institutionId: string
  readonly actor: string
  readonly pathwayId: string
  readonly preview: boolean
  readonly everyDays: number
  readonly semester: string | undefined
}

export type Reminding =
  | { readonly outcome: 'reminded'; readonly reminder: Reminder }
  | { readonly outcome: 'refused'; readonly reason: 'not-found' | 'pathway-not-published' }

/** Where they stand is reckoned anew, so that nobody is told of a requirement they have met since. */
export const remindLearners = (ports: Ports, command: RemindLearners): Promise<Reminding> =>
  ports.db.tenant(command.institutionId, async (tx) => {
    const { institutionId, pathwayId, everyDays, preview, semester, actor } = command
    const pathway = await findPathway(tx, institutionId, pathwayId)
    if (!pathway) return refuse('not-found')
    if (pathway.publishedVersion === null) return refuse('pathway-not-published')
    const before = ports.clock.after(-everyDays * SECONDS_PER_DAY)
    const nearly = await listNearly(tx, institutionId, { pathwayId, semester, limit: REMINDED_MAX })
    const lacking = await lackingOf(tx, ports, institutionId, pathwayId, nearly)
    const isDue = ({ id, toldAt }: Nearly) => lacking.has(id) && (toldAt === null || toldAt <= before)
    const due = nearly.filter(isDue)
    const told = preview
      ? new Set(due.map(({ id }) => id))
      : await markReminded(tx, institutionId, {
          ...{ pathwayId, learnerIds: due.map(({ id }) => id), before, at: ports.clock.now(), by: actor },
        })
    const institution = await loadInstitution(tx, institutionId)
    const reached = due.filter(({ id }) => told.has(id))
    const messages = reached.map((learner) => messageTo(learner, lacking.get(learner.id)!, pathway, institution, ports))
    if (!preview && messages.length > 0) {
      await sendMessages(tx, ports, institutionId, messages)
      await record(tx, ports, {
        ...{ institutionId, actor, action: 'pathway.reminded' },
        subject: { kind: 'pathway', id: pathwayId },
        details: { recipients: messages.length },
      })
    }
    const skipped = nearly
      .filter(({ id }) => !told.has(id))
      .map(({ id, name, toldAt }) => ({
        learner: { id, name },
        because: lacking.has(id) ? ('told-lately' as const) : ('standing-changed' as const),
        at: toldAt,
      }))
    const [first] = messages
    const message = first ? { subject: first.subject, text: first.text } : null
    return { outcome: 'reminded', reminder: { told: messages.length, skipped, message } }
  })

type Lacking = { readonly ko: string; readonly en: string }

/** What each of them lacks, for those of whom it still is one thing alone. */
async function lackingOf(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  pathwayId: string,
  nearly: readonly Nearly[],
): Promise<Map<string, Lacking>> {
  const lacking = new Map<string, Lacking>()
  for (let from = 0; from < nearly.length; from += LEARNERS_PER_PAGE) {
    const ids = nearly.slice(from, from + LEARNERS_PER_PAGE).map(({ id }) => id)
    const { standings, catalogue } = await reckon(tx, ports, institutionId, ids, pathwayId)
    const titles = titlesOf(catalogue)
    for (const { learnerId, rule, judgement } of standings) {
      const [last, ...more] = missingStandings(judgement.evaluation.standing)
      if (!last || more.length > 0) continue
      const path = everyPlace(rule.condition).find(({ condition }) => condition === last.condition)?.path
      const text = (language: 'ko' | 'en') =>
        describeRule(rule, language, titles).find((line) => line.path === path)?.text ?? ''
      lacking.set(learnerId, { ko: text('ko'), en: text('en') })
    }
  }
  return lacking
}

function messageTo(
  { id, name, nameEn, email }: Nearly,
  lacking: Lacking,
  pathway: Pathway,
  institution: Institution,
  ports: Ports,
) {
  const message = composeReminder({
    ...{ institution, lacking, title: pathway.title, name: { ko: name, en: nameEn ?? name } },
    url: pathwayUrl(ports.config.origin, pathway.id),
  })
  const onceKey = `reminder ${pathway.id} ${id} ${ports.clock.now()}`
  return { awardId: null, onceKey, toEmail: email, toName: name, ...message }
}
