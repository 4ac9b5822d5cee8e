/** Draws up a pathway to an achievement. */
import { parseRule } from '@kolleges/requirements'
import { record } from '../audit/index.ts'
import type { Ports } from '../platform/ports.ts'
import { type EnrolmentMode, type Pathway, type Refusal, type RuleJson, refuse, type Title } from './pathway.ts'
import type { RuleRefusal } from './publish.ts'
import { findAchievementName, findPathway, insertPathway } from './store.ts'

export type CreatePathway = {
  readonly institutionId: string
  readonly actor: string
  readonly achievementId: string
  readonly title: Title | undefined
  readonly enrolment: EnrolmentMode
  readonly rule: RuleJson
}

export type PathwayCreation =
  | { readonly outcome: 'created'; readonly pathway: Pathway }
  | Refusal<'achievement-unknown' | 'pathway-exists'>
  | RuleRefusal

/** A rule that cannot be read is refused at once; whether it makes sense is looked at when it is published. */
export async function createPathway(ports: Ports, command: CreatePathway): Promise<PathwayCreation> {
  const parsed = parseRule(command.rule)
  if (parsed.outcome === 'refused') return { outcome: 'refused', reason: 'rule-invalid', faults: parsed.faults }
  return ports.db.tenant(command.institutionId, async (tx) => {
    const { institutionId, actor, achievementId, enrolment, rule } = command
    const name = await findAchievementName(tx, institutionId, achievementId)
    if (name === null) return refuse('achievement-unknown')
    const id = ports.random.uuid()
    const title = command.title ?? { ko: name, en: name }
    const draft = { id, achievementId, title, enrolment, rule, at: ports.clock.now() }
    if (!(await insertPathway(tx, institutionId, draft))) return refuse('pathway-exists')
    await record(tx, ports, {
      institutionId,
      actor,
      action: 'pathway.created',
      subject: { kind: 'pathway', id },
      details: { title: title.ko },
    })
    return { outcome: 'created', pathway: (await findPathway(tx, institutionId, id))! } // written in this transaction
  })
}
