/** Seeds one school with the micro-degrees of its rule sets: courses, rule, learners with what they hold. */
import { type Client, routes } from '@kolleges/api'
import { createSignInLink } from './access/index.ts'
import { withClient } from './demo-client.ts'
import { type DemoProgramme, type DemoSchool, programmeOf, readFixture } from './demo-programmes.ts'
import { createInstitution, findInstitutionIdBySlug } from './issuers/index.ts'
import type { Ports } from './platform/ports.ts'

/** Done once; the lines say what is worth opening, at every start. */
export async function showSchool(ports: Ports, origin: string, school: DemoSchool): Promise<string[]> {
  const { slug, name, kind, primaryColor, accentColor, language } = school
  const owner = `badges@${slug}.example`
  const created = await createInstitution(ports, {
    ...{ slug, name, kind, primaryColor, accentColor, language, owner, contactEmail: owner, standing: 'confirmed' },
  })
  const isNew = created.outcome !== 'refused'
  const id = isNew ? created.institution.id : await findInstitutionIdBySlug(ports, slug)
  if (id === null) return []
  const lines = await withClient(ports, origin, id, async (client) => {
    if (isNew) for (const programme of school.programmes) await seed(client, school, programme)
    const { data } = await client.call(routes.pathways.list, { query: { limit: 100 } })
    return data.flatMap(({ url, title }) => (url ? [`  micro-degree    ${url}   (${title[language]})`] : []))
  })
  return [
    '',
    `  ${name.ko} · ${name.en}`,
    ...lines,
    `  staff console   ${await createSignInLink(ports, owner, '/app')}`,
  ]
}

async function seed(client: Client, school: DemoSchool, name: string): Promise<void> {
  const programme = programmeOf(readFixture(name), school)
  const ids = new Map<string, string>()
  for (const [course, body] of programme.courses)
    ids.set(course, (await client.call(routes.achievements.create, { body })).id)
  const goal = await client.call(routes.achievements.create, { body: programme.goal })
  const pathway = await client.call(routes.pathways.create, {
    // Each programme has its own learners: without this whoever has nine credits anywhere would be in all of them.
    body: { achievement: goal.id, title: programme.title, enrolment: 'open', rule: programme.ruleWith(ids) },
    idempotencyKey: `demo-${school.slug}-${name}`,
  })
  await client.call(routes.pathways.publish, { params: { id: pathway.id } })
  await award(client, name, programme, ids)
  await takeIn(client, name, programme, pathway.id)
}

/** Everything earned on one day in one course is one batch, so that the dates are those of the learners' stories. */
async function award(client: Client, name: string, { awards }: DemoProgramme, ids: ReadonlyMap<string, string>) {
  const days = Map.groupBy(awards, ({ course, on }) => `${on} ${course}`)
  for (const [day, batch] of days) {
    const { course, on } = batch[0]!
    const recipients = batch.map(({ person, grade }) => ({
      ...{ name: person, email: addressOf(name, person) },
      ...(grade && { result: grade }),
    }))
    const validFrom = `${on}T00:00:00Z`
    await client.call(routes.awardBatches.create, {
      body: { achievement: ids.get(course)!, recipients, validFrom },
      idempotencyKey: `demo-${name}-${encodeURIComponent(day)}`,
    })
  }
}

/** Enrolled, and what staff decided about each as in their story: some are awarded, some wait for review, some were declined. */
async function takeIn(client: Client, name: string, { learners }: DemoProgramme, id: string): Promise<void> {
  for (const { person, semesters, decisions } of learners) {
    const learner = addressOf(name, person)
    await client.call(routes.pathways.enrol, {
      params: { id },
      body: { learner, ...(semesters !== undefined && { semesters }) },
    })
    for (const decision of decisions)
      await client.call(routes.pathways.decide, { params: { id }, body: { learner, ...decision } })
  }
}

/** The learners of different rule sets share first names, but are different people. */
const addressOf = (programme: string, person: string): string =>
  `${
    LATIN[person] ??
    person
      .normalize('NFD')
      .replace(/[^a-z]/gi, '')
      .toLowerCase()
  }.${programme}@learner.example`

const LATIN: Readonly<Record<string, string>> = {
  가람: 'garam',
  나래: 'narae',
  다온: 'daon',
  라온: 'raon',
  마루: 'maru',
}
