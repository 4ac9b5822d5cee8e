/** The server with invented institutions: made through the same doors that everyone uses, then left running to be looked at. */
import { type Client, routes } from '@kolleges/api'
import { createSignInLink } from './access/index.ts'
import { certify } from './demo-certificates.ts'
import { awarded, withClient } from './demo-client.ts'
import { DEMO, type DemoInstitution } from './demo-data.ts'
import { showSchool } from './demo-micro-degrees.ts'
import { SCHOOLS } from './demo-programmes.ts'
import { createInstitution, findInstitutionIdBySlug } from './issuers/index.ts'
import { main, type Running } from './main.ts'
import type { Ports } from './platform/ports.ts'

await main(process.env, async ({ origin, ports }: Running) => {
  const lines: string[] = []
  for (const institution of DEMO) lines.push(...(await show(ports, origin, institution)))
  process.stdout.write(`${lines.join('\n')}\n\n`)
  // Eighteen rule sets take a while on the first start; what stands above can be opened meanwhile.
  for (const school of SCHOOLS) process.stdout.write(`${(await showSchool(ports, origin, school)).join('\n')}\n`)
})

/** Seeds an institution that is not there yet; the lines say what is worth opening, at every start. */
async function show(ports: Ports, origin: string, demo: DemoInstitution): Promise<string[]> {
  const links = await seed(ports, origin, demo)
  const console = await createSignInLink(ports, demo.owner, '/app')
  return [
    '',
    `  ${demo.name.ko} · ${demo.name.en}`,
    `  issuer          ${origin}/i/${demo.slug}`,
    ...links,
    `  staff console   ${console}`,
  ]
}

async function seed(ports: Ports, origin: string, demo: DemoInstitution): Promise<string[]> {
  const { slug, name, kind, primaryColor, accentColor, owner, contactEmail, headTitle } = demo
  const wanted = { slug, name, kind, primaryColor, accentColor, owner, contactEmail, headTitle }
  const created = await createInstitution(ports, { ...wanted, standing: 'confirmed' })
  const isNew = created.outcome !== 'refused'
  const id = isNew ? created.institution.id : await findInstitutionIdBySlug(ports, demo.slug)
  if (id === null) return []
  return withClient(ports, origin, id, async (client) => {
    if (isNew) await issueAll(client, demo)
    return links(client, demo, await claim(client, origin, demo))
  })
}

async function issueAll(client: Client, demo: DemoInstitution): Promise<void> {
  const ids = new Map<string, string>()
  const certified = await certify(client, demo)
  for (const { key, ...achievement } of demo.achievements) {
    const body = { ...achievement, ...certified.get(key) }
    ids.set(key, (await client.call(routes.achievements.create, { body })).id)
  }
  for (const { achievement, people, ...besides } of demo.awards) {
    const body = { achievement: ids.get(achievement) ?? '', recipients: [...people], ...besides }
    await awarded(client, body, `demo-${demo.slug}-${achievement}`)
  }
  const { data } = await client.call(routes.credentials.list, { query: { q: demo.revoked.email, limit: 1 } })
  const wrong = data[0]
  if (wrong)
    await client.call(routes.credentials.revoke, { params: { id: wrong.id }, body: { reason: demo.revoked.reason } })
}

/** Presses the button of one learner's claim messages, as they would; answers another's claim link, still unpressed. */
async function claim(client: Client, origin: string, demo: DemoInstitution): Promise<string | undefined> {
  const { data } = await client.call(routes.messages.list, { query: { limit: 100 } })
  let unpressed: string | undefined
  for (const message of data) {
    const { text } = await client.call(routes.messages.read, { params: { id: message.id } })
    const link = text.match(/https?:\/\/\S+\/k\/[\w-]+/)?.[0]
    if (link === undefined) continue
    if (message.to.email === demo.claimed)
      await fetch(link, { method: 'POST', headers: { origin }, redirect: 'manual' })
    else if (message.to.email !== demo.revoked.email) unpressed ??= link
  }
  return unpressed
}

async function links(client: Client, demo: DemoInstitution, claimLink: string | undefined): Promise<string[]> {
  const { data } = await client.call(routes.credentials.list, { query: { limit: 100 } })
  const claimed = data.findLast(({ recipient, state }) => recipient.email === demo.claimed && state === 'issued')
  const revoked = data.find(({ state }) => state === 'revoked')
  const certified = data.findLast(({ certificateUrl, state }) => certificateUrl !== null && state === 'issued')
  return [
    ...(claimed ? [`  a badge         ${claimed.url}   (${claimed.recipient.name}, ${claimed.achievement.name})`] : []),
    ...(certified ? [`  a certificate   ${certified.certificateUrl}   (${certified.recipient.name}, PDF)`] : []),
    ...(revoked ? [`  a revoked one   ${revoked.url}`] : []),
    ...(claimLink ? [`  to be claimed   ${claimLink}`] : []),
  ]
}
