/** Answers for one credential's address: its page, its signed text, its pictures. */
import { createHash } from 'node:crypto'
import { bakedImage, bakeWith, readCertificate } from '../issuing/index.ts'
import { listShownProgress } from '../pathways/index.ts'
import { type Actor, answer, type Language, problem, type Reply } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import { findOwn, type OwnCredential } from './find-own.ts'
import { SHARE_CARD_CACHE_SECONDS } from './limits.ts'
import { oldEditionOf, withdrawalOf } from './old-edition.ts'
import { credentialPage } from './pages/credential-page.ts'
import { notFoundPage, pendingPage } from './pages/state-pages.ts'
import { shareCardPicture, shareCardRequest } from './share-card.ts'
import { verifyText } from './verify.ts'

export type CredentialCall = {
  readonly ports: Ports
  readonly publicId: string
  readonly actors: readonly Actor[]
  readonly language: Language
  readonly request: Request
}

export async function answerPage({ ports, publicId, actors, language }: CredentialCall): Promise<Response> {
  const own = await findOwn(ports, publicId, actors)
  if (own === null) return notFoundPage(language)
  if (own.award.credential === null) return pendingPage(own, language)
  const result = await verifyText(ports, own.award.credential, own)
  if (!result.credential) throw new Error('a stored credential cannot be read')
  const progress = await listShownProgress(ports, own.award)
  return credentialPage({ own, result, progress, origin: ports.config.origin, language })
}

/** The stored bytes exactly, for any reader on any site; revoked ones too, since the status list tells. */
export async function answerJson(call: CredentialCall): Promise<Reply> {
  const own = await findOriginal(call)
  if (own === null) return problem('not-found', { headers: CORS })
  const text = own.award.credential
  if (text === null) return problem('not-yet-issued', { headers: CORS })
  return fileResponse(call, new TextEncoder().encode(text), {
    etag: tagOf(text),
    'content-type': 'application/vc+ld+json',
    'content-disposition': disposition('inline', own, 'json', call.language),
  })
}

/** The badge picture with the credential inside. */
export async function answerImage(call: CredentialCall, kind: 'png' | 'svg'): Promise<Reply> {
  const own = await findOriginal(call)
  if (own === null) return problem('not-found', { headers: CORS })
  const image = await bakedImage(call.ports, own.award.publicId, kind)
  if (image === null) return problem('not-yet-issued', { headers: CORS })
  return fileResponse(call, image.bytes, {
    etag: image.etag,
    'content-type': image.mediaType,
    'content-disposition': disposition('inline', own, kind, call.language),
  })
}

/** Open Badges 2.0: the assertion at its address, gone when it no longer holds; `ob2.png` is the picture with it inside. */
export async function answerOldEdition(call: CredentialCall, kind: 'json' | 'png'): Promise<Reply> {
  const { config } = call.ports
  const own = await findOriginal(call)
  const assertion = own && oldEditionOf(own, config)
  if (!assertion) return problem('not-found', { headers: CORS })
  const withdrawal = withdrawalOf(own, config)
  if (withdrawal)
    return answer(410, withdrawal, { ...CORS, 'content-type': 'application/json', 'cache-control': 'no-cache' })
  const text = JSON.stringify(assertion)
  const { bytes, mediaType, etag } =
    kind === 'png'
      ? await bakeWith(call.ports, own.award, 'png', text, 'ob2')
      : { bytes: new TextEncoder().encode(text), mediaType: 'application/ld+json', etag: tagOf(text) }
  return fileResponse(call, bytes, {
    etag,
    'content-type': mediaType,
    'content-disposition': disposition('inline', own, kind, call.language),
  })
}

/** The certificate as PDF, with the credential inside; `?size=screen` gives the smaller one. No certificate, no such file. */
export async function answerCertificate(call: CredentialCall): Promise<Reply> {
  const own = await findOriginal(call)
  if (own === null) return problem('not-found', { headers: CORS })
  if (own.award.credential === null) return problem('not-yet-issued', { headers: CORS })
  const size = new URL(call.request.url).searchParams.get('size') === 'screen' ? 'screen' : 'print'
  const certificate = await readCertificate(call.ports, own.award, size)
  if (certificate === null) return problem('not-found', { headers: CORS })
  return fileResponse(call, certificate.bytes, {
    etag: certificate.etag,
    'content-type': 'application/pdf',
    'content-disposition': disposition('inline', own, 'pdf', call.language),
  })
}

/** `/c/{id}/og.png` and the larger ones for feeds and stories, or the name that changes with the card's content, so that networks notice. */
export async function answerShareCard(call: CredentialCall, file: string): Promise<Reply> {
  const wanted = shareCardRequest(file, call.language)
  const own = wanted && (await findOwn(call.ports, call.publicId, call.actors))
  if (!own || own.award.credential === null) return problem('not-found')
  const { bytes, etag } = await shareCardPicture(call.ports, own, wanted)
  const caching =
    own.award.visibility === 'private' ? 'private, no-store' : `public, max-age=${SHARE_CARD_CACHE_SECONDS}`
  return fileResponse(call, bytes, { etag, 'content-type': 'image/png', 'cache-control': caching })
}

const tagOf = (text: string): string => `"${createHash('sha256').update(text).digest('base64url').slice(0, 32)}"`

const CORS = { 'access-control-allow-origin': '*' } as const

/** The original carries the full name: while that is hidden, only its holder gets it, and nobody learns why. */
async function findOriginal({ ports, publicId, actors }: CredentialCall): Promise<OwnCredential | null> {
  const own = await findOwn(ports, publicId, actors)
  return own?.showsOriginal ? own : null
}

function fileResponse({ request }: CredentialCall, bytes: Uint8Array, headers: Record<string, string>): Response {
  const all = { 'cache-control': 'no-cache', 'x-robots-tag': 'noindex', ...CORS, ...headers }
  const isKnown = request.headers.get('if-none-match') === headers.etag
  return new Response(isKnown ? null : (bytes as Uint8Array<ArrayBuffer>), {
    status: isKnown ? 304 : 200,
    headers: all,
  })
}

/** A plain name for old readers, and the badge's own name in the page's language. */
function disposition(kind: 'inline', own: OwnCredential, extension: string, language: Language): string {
  const { award, achievement, institution } = own
  const named = `${institution.name[language]} ${achievement.content.name}.${extension}`.replace(
    /[\\/:*?"<>|\p{Cc}]/gu,
    ' ',
  )
  return `${kind}; filename="${award.number}.${extension}"; filename*=UTF-8''${encodeURIComponent(named).replace(/['()]/g, percent)}`
}

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
