/** What everybody gets of an achievement: the page, the data, the pictures. */
import { composeAchievementDocument, composeAssertionAchievement } from '@kolleges/credentials'
import { readRendering, type Variant } from '../designs/index.ts'
import { oldIssuerUrl, profileOf } from '../issuers/index.ts'
import type { Language } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import { achievementAddress, achievementParts, oldAchievementUrl } from './compose-achievement.ts'
import { findPublished, type Published } from './find-published.ts'
import type { KeptPictures, Picture } from './kept-pictures.ts'
import { achievementMissingPage, achievementPage } from './pages.ts'

export type Visit = { readonly ports: Ports; readonly request: Request; readonly language: Language }

/** A caller that asks for JSON gets the data: the address is the achievement's id in every credential. */
export async function answerAchievement(visit: Visit, id: string, version?: string): Promise<Response> {
  const { ports, request, language } = visit
  if (prefersJson(request)) return answerAchievementData(visit, id, version)
  const { pathname, search } = new URL(request.url)
  const published = await findPublished(ports, id, version)
  if (!published) return achievementMissingPage(language, pathname)
  const address = addressOf(ports, published)
  return achievementPage({ published, address, language, path: `${pathname}${search}` })
}

export async function answerAchievementData({ ports }: Visit, id: string, version?: string): Promise<Response> {
  const published = await findPublished(ports, id, version)
  if (!published) return missing()
  const creator = profileOf(published.institution, ports.config.origin)
  return dataResponse(composeAchievementDocument(achievementParts(ports.config.origin, published, creator)))
}

/** As the Open Badges 2.0 editions of its credentials point to it. */
export async function answerOldData({ ports }: Visit, id: string, version: string): Promise<Response> {
  const published = await findPublished(ports, id, version)
  if (!published) return missing()
  const { origin } = ports.config
  const { institution } = published
  const achievement = achievementParts(origin, published, profileOf(institution, origin))
  const document = composeAssertionAchievement({
    achievement,
    url: oldAchievementUrl(origin, published.id, published.version),
    issuerUrl: oldIssuerUrl(origin, institution.slug),
    imageUrl: `${achievement.id}/badge-600.png`,
  })
  return dataResponse(document)
}

const dataResponse = (document: object): Response =>
  new Response(JSON.stringify(document), {
    headers: {
      'content-type': 'application/ld+json; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300',
      vary: 'accept',
    },
  })

/** The files that lie beside a version. */
export const PICTURES: Readonly<Record<string, Variant>> = {
  'badge.svg': 'svg',
  'badge-compact.svg': 'svg-compact',
  'badge-160.png': 'png-160',
  'badge-320.png': 'png-320',
  'badge-600.png': 'png-600',
  'badge-1200.png': 'png-1200',
  'badge-compact.png': 'png-compact',
}

export type PictureAddress = { readonly id: string; readonly version: string; readonly file: string }

/** A version's picture never changes, so it may be kept for a year. */
export async function answerPicture(visit: Visit, kept: KeptPictures, address: PictureAddress): Promise<Response> {
  const { id, version, file } = address
  const picture = await kept.get(`${id.toLowerCase()}/${version}/${file}`, () => readPicture(visit.ports, address))
  if (!picture) return missing()
  const { bytes, mediaType, sha256 } = picture
  const etag = `"${sha256}"`
  const headers = {
    etag,
    'cache-control': 'public, max-age=31536000, immutable',
    'access-control-allow-origin': '*',
    // Credentials point here, and other people's pages show what they point to.
    'cross-origin-resource-policy': 'cross-origin',
  }
  const known = visit.request.headers
    .get('if-none-match')
    ?.split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
  if (known?.includes(etag) || known?.includes('*')) return new Response(null, { status: 304, headers })
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { ...headers, 'content-type': mediaType } })
}

async function readPicture(ports: Ports, { id, version, file }: PictureAddress): Promise<Picture | null> {
  const variant = Object.hasOwn(PICTURES, file) ? PICTURES[file] : undefined
  const published = variant && (await findPublished(ports, id, version))
  return published ? readRendering(ports, published.institution.id, published.designId, variant) : null
}

const addressOf = (ports: Ports, { id, version }: Published): string =>
  achievementAddress(ports.config.origin, id, version)

const prefersJson = (request: Request): boolean => {
  const accept = request.headers.get('accept') ?? ''
  return /application\/(ld\+)?json/.test(accept) && !accept.includes('text/html')
}

const missing = (): Response =>
  new Response(JSON.stringify({ title: 'Not found', status: 404, code: 'not-found' }), {
    status: 404,
    headers: { 'content-type': 'application/problem+json' },
  })
