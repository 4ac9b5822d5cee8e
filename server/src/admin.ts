/** What an operator may do by hand, past every role: make and confirm institutions, let someone in. */
import { Email, InstitutionKind } from '@kolleges/api'
import { createApiKey, createSignInLink } from './access/index.ts'
import { confirmInstitution, createInstitution, renameInstitution } from './issuers/index.ts'
import type { Ports } from './platform/ports.ts'

export type Administered =
  | { readonly outcome: 'done'; readonly answer: object; readonly lines: readonly string[] }
  | { readonly outcome: 'refused'; readonly reason: string }

type Options = Readonly<Record<string, string | undefined>>

type AdminCommand = {
  readonly options: readonly string[]
  readonly required: readonly string[]
  run(ports: Ports, options: Options): Promise<Administered>
}

const OPERATOR = 'operator'

export const adminCommands: Readonly<Record<string, AdminCommand>> = {
  'create-institution': {
    options: ['name', 'name-en', 'slug', 'owner', 'kind'],
    required: ['name', 'slug', 'owner'],
    run: createWithOwner,
  },
  'confirm-institution': { options: ['slug'], required: ['slug'], run: confirm },
  'rename-institution': { options: ['slug', 'name', 'name-en'], required: ['slug', 'name'], run: rename },
  'sign-in-link': { options: ['email'], required: ['email'], run: signInLink },
}

/** Made by the operator, so confirmed and live at once; the key may do everything but hand out ownership. */
async function createWithOwner(ports: Ports, options: Options): Promise<Administered> {
  const { name = '', slug = '' } = options
  const owner = Email.safeParse(options.owner)
  const kind = InstitutionKind.safeParse(options.kind ?? 'university')
  if (!owner.success) return { outcome: 'refused', reason: `${options.owner} is not an e-mail address.` }
  if (!kind.success) return { outcome: 'refused', reason: `The kind is one of ${InstitutionKind.options.join(', ')}.` }
  const wanted = { name: { ko: name, en: options['name-en'] ?? name }, slug, kind: kind.data, owner: owner.data }
  const created = await createInstitution(ports, { ...wanted, standing: 'confirmed' })
  if (created.outcome === 'refused') return { outcome: 'refused', reason: `${created.reason}: ${slug}` }
  const { id } = created.institution
  const key = await ports.db.tenant(id, (tx) =>
    createApiKey(tx, ports, { institutionId: id, name: 'operator', role: 'admin', actor: OPERATOR }),
  )
  const signInUrl = await createSignInLink(ports, owner.data, '/app')
  return {
    outcome: 'done',
    answer: { institution: { id, slug }, apiKey: key.secret, signInUrl },
    lines: [`Institution  ${slug} (${id})`, `API key      ${key.secret}`, `Sign in      ${signInUrl}`],
  }
}

async function confirm(ports: Ports, { slug = '' }: Options): Promise<Administered> {
  const confirmed = await confirmInstitution(ports, slug, OPERATOR)
  if (confirmed.outcome === 'refused') return { outcome: 'refused', reason: `There is no institution ${slug}.` }
  const { id, standing } = confirmed.institution
  return { outcome: 'done', answer: { institution: { id, slug, standing } }, lines: [`${slug} is ${standing}.`] }
}

async function rename(ports: Ports, { slug = '', name = '', ...options }: Options): Promise<Administered> {
  const renamed = await renameInstitution(ports, slug, { ko: name, en: options['name-en'] ?? name }, OPERATOR)
  if (renamed.outcome === 'refused') return { outcome: 'refused', reason: `There is no institution ${slug}.` }
  const { id, name: now } = renamed.institution
  return {
    outcome: 'done',
    answer: { institution: { id, slug, name: now } },
    lines: [`${slug} is ${now.ko}, ${now.en}.`],
  }
}

async function signInLink(ports: Ports, options: Options): Promise<Administered> {
  const email = Email.safeParse(options.email)
  if (!email.success) return { outcome: 'refused', reason: `${options.email} is not an e-mail address.` }
  const signInUrl = await createSignInLink(ports, email.data, '/app')
  return { outcome: 'done', answer: { signInUrl }, lines: [signInUrl] }
}
