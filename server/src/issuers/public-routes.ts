/** What anyone may read of an institution by machine: its DID document, its Profile, its standing, its logo. */
import { composeAssertionIssuer, composeProfileDocument } from '@kolleges/credentials'
import { z } from 'zod'
import { type On, problem, type Reply, type RouteShape } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import { findInstitutionBySlug } from './find-institution.ts'
import { type Institution, oldIssuerParts, profileOf } from './institution.ts'
import { didDocumentOf } from './issuer-material.ts'
import { PUBLIC_DOCUMENT_SECONDS } from './limits.ts'
import { readPicture } from './pictures.ts'

const BySlug = z.object({ slug: z.string().max(64) })

const at = (path: string) =>
  ({ method: 'GET', path, capability: 'public', request: { params: BySlug } }) as const satisfies RouteShape

export function registerPublicDocuments(on: On): void {
  on(at('/i/{slug}/did.json'), ({ input: { params }, ports }) => withInstitution(ports, params.slug, didDocument))
  on(at('/i/{slug}.json'), ({ input: { params }, ports }) =>
    withInstitution(ports, params.slug, async (institution) =>
      document(composeProfileDocument(profileOf(institution, ports.config.origin)), 'application/ld+json'),
    ),
  )
  on(at('/i/{slug}/ob2.json'), ({ input: { params }, ports }) =>
    withInstitution(ports, params.slug, async (institution) =>
      document(composeAssertionIssuer(oldIssuerParts(institution, ports.config)), 'application/ld+json'),
    ),
  )
  on(at('/i/{slug}/standing.json'), ({ input: { params }, ports }) => withInstitution(ports, params.slug, standing))
  on(at('/i/{slug}/logo.png'), ({ input: { params }, ports }) => withInstitution(ports, params.slug, logo))
}

type Show = (institution: Institution, ports: Ports) => Promise<Reply>

async function withInstitution(ports: Ports, slug: string, show: Show): Promise<Reply> {
  const institution = await findInstitutionBySlug(ports, slug)
  return institution ? show(institution, ports) : problem('not-found')
}

/** Plain JSON: a resolver may be older than the media types of DIDs, and all of them read this one. */
async function didDocument(institution: Institution, ports: Ports): Promise<Response> {
  const keys = await ports.db.tenant(institution.id, (tx) => ports.signers.list(tx, institution.id))
  return document(didDocumentOf(institution, keys, ports.config.origin), 'application/json')
}

/** Our own word on who this is, for those who verify without this server. */
async function standing({ did, standing, name, createdAt, confirmedAt }: Institution): Promise<Response> {
  return document({ did, standing, name, since: confirmedAt ?? createdAt }, 'application/json')
}

async function logo(institution: Institution, ports: Ports): Promise<Reply> {
  const picture = await readPicture(ports, institution, 'logo', 'ko')
  if (!picture) return problem('not-found')
  return open(
    new Response(picture.bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': picture.mediaType } }),
  )
}

const document = (body: object, mediaType: string): Response =>
  open(new Response(JSON.stringify(body), { headers: { 'content-type': mediaType } }))

/** Verifiers run in browsers of other sites, and a key change must be seen soon. */
function open(response: Response): Response {
  response.headers.set('access-control-allow-origin', '*')
  response.headers.set('cross-origin-resource-policy', 'cross-origin')
  response.headers.set('cache-control', `public, max-age=${PUBLIC_DOCUMENT_SECONDS}`)
  return response
}
