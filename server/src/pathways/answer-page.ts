/** Answers for a micro-degree's public address. */
import { namedAchievements } from '@kolleges/requirements'
import { findCurrentAchievement } from '../achievements/index.ts'
import { loadInstitution } from '../issuers/index.ts'
import type { Language } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import { enrolLearner } from './enrol.ts'
import type { PathwayFacts } from './facts.ts'
import { titlesOf, versionsOf } from './ledger.ts'
import { pathwayMissingPage, pathwayPage, unknownLearnerPage } from './pages.ts'
import { ruleOf } from './pathway.ts'
import { findInstitutionOfPathway, findPathway, listPublished, loadCatalogue, type PublishedPathway } from './store.ts'

export type Visit = {
  readonly ports: Ports
  readonly request: Request
  readonly language: Language
  readonly viewer: string | null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Untrusted id. Drafts are nobody's business. */
export async function answerPathway({ ports, request, language, viewer }: Visit, id: string): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const facts = await loadFacts(ports, id)
  if (facts === null) return pathwayMissingPage(language, pathname)
  return pathwayPage({
    facts,
    language,
    isSignedIn: viewer !== null,
    origin: ports.config.origin,
    path: `${pathname}${search}`,
  })
}

/** The address was proved by signing in. An institution that does not know it has nobody to enrol. */
export async function answerApplication(
  ports: Ports,
  id: string,
  email: string,
  language: Language,
): Promise<Response> {
  const institutionId = UUID.test(id) ? await findInstitutionOfPathway(ports, id) : null
  if (institutionId === null) return pathwayMissingPage(language, '/')
  const command = { institutionId, actor: email, pathwayId: id, learner: email, adoptNewest: false }
  const taken = await enrolLearner(ports, { ...command, semesters: undefined })
  if (taken.outcome === 'taken') {
    const location = taken.participant.state === 'enrolled' ? `/me/pathways/${id.toLowerCase()}` : '/me/pathways'
    return new Response(null, { status: 303, headers: { location } })
  }
  return taken.reason === 'learner-unknown' ? unknownLearnerPage(id, language) : pathwayMissingPage(language, '/')
}

async function loadFacts(ports: Ports, id: string): Promise<PathwayFacts | null> {
  const institutionId = UUID.test(id) ? await findInstitutionOfPathway(ports, id) : null
  if (institutionId === null) return null
  return ports.db.tenant(institutionId, async (tx) => {
    const pathway = await findPathway(tx, institutionId, id)
    const all = await listPublished(tx, institutionId)
    const published = all.find((one) => one.id === id)
    if (!pathway || !published) return null
    const institution = await loadInstitution(tx, institutionId)
    const catalogue = await loadCatalogue(tx, institutionId, institution.did)
    const rule = ruleOf(published.rules.get(published.version), institution.did)
    const card = async (achievementId: string) => {
      const found = await findCurrentAchievement(tx, institutionId, achievementId)
      return found === null || found.state === 'draft'
        ? []
        : [{ id: achievementId, version: found.version, content: found.content }]
    }
    const parts = [
      ...new Set(namedAchievements(rule).flatMap(({ achievement, issuer }) => (issuer ? [] : [achievement]))),
    ]
    const [goal] = await card(pathway.achievementId)
    if (!goal) return null
    return {
      ...{ id, institution, goal, title: pathway.title, enrolment: pathway.enrolment, partners: rule.award.partners },
      ...{ rule, titles: { ...titlesOf(catalogue), ...rule.names }, versions: versionsOf(catalogue) },
      mode: rule.award.mode,
      batchDates: rule.award.batchDates,
      parts: (await Promise.all(parts.map(card))).flat(),
      holders: pathway.counts.awarded,
      ...stackOf(published, all, institution.did),
    }
  })
}

/** Which of the institution's micro-degrees count which. */
function stackOf(own: PublishedPathway, all: readonly PublishedPathway[], did: string) {
  const others = all.filter(({ id }) => id !== own.id)
  const named = ({ rules, version }: PublishedPathway): Set<string> =>
    new Set(
      namedAchievements(ruleOf(rules.get(version), did)).flatMap(({ achievement, issuer }) =>
        issuer ? [] : [achievement],
      ),
    )
  const wanted = named(own)
  return {
    buildsOn: others.filter(({ achievementId }) => wanted.has(achievementId)),
    leadsTo: others.filter((one) => named(one).has(own.achievementId)),
  }
}
