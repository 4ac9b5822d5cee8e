/** Answers what a person handed in at the hub. */
import { findInstitutionBySlug } from '../issuers/index.ts'
import type { Actor, Language, Upload } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import { findOwn } from './find-own.ts'
import { type Input, inputOf } from './input.ts'
import { ownIssuer } from './pages/credential-page.ts'
import { hubPage } from './pages/hub-page.ts'
import type { Issuer } from './pages/issuer-line.ts'
import { claimedIssuer, resultPage } from './pages/result-page.ts'
import { limitedPage, notFoundPage } from './pages/state-pages.ts'
import { allowNumber, allowVerification } from './rates.ts'
import { type Result, verifyInput } from './verify.ts'
import { wording } from './wording.ts'

export type HubCall = {
  readonly ports: Ports
  readonly typed: string
  readonly file: Upload | undefined
  readonly actors: readonly Actor[]
  readonly language: Language
  readonly clientAddress: string
}

export async function answerHub(call: HubCall): Promise<Response> {
  const { ports, typed, file, actors, language, clientAddress } = call
  const input: Input = file?.bytes.length ? { kind: 'bytes', bytes: file.bytes } : inputOf(typed, ports.config.origin)
  if (input.kind === 'nothing') return hubPage(language, wording[language].hub.empty)
  const allowed = await (input.kind === 'number'
    ? allowNumber(ports, clientAddress)
    : allowVerification(ports, clientAddress))
  if (allowed.outcome === 'refused') return limitedPage(language, 1)
  const verification = await verifyInput(ports, input, actors)
  if (verification.outcome !== 'verified') return notFoundPage(language)
  const { result, own } = verification
  return own ? redirect(`/c/${own.award.publicId}`) : showResult(ports, result, language)
}

/** `isRecord`: a transcript of ours that was opened by its link, to be seen part by part. */
export const showResult = async (
  ports: Ports,
  result: Result,
  language: Language,
  { isRecord = false } = {},
): Promise<Response> =>
  resultPage({
    ...{ result, language, isRecord },
    issuer: await issuerOf(ports, result, language),
    pageUrl: await openPage(ports, result),
  })

/** Ours is shown as we know it; a stranger by its own words, and said to be so. */
async function issuerOf(ports: Ports, result: Result, language: Language): Promise<Issuer> {
  const slug = result.credential && slugOf(result.credential.issuer.id)
  const isPassed = result.checks.some(({ check, outcome }) => check === 'issuer' && outcome === 'passed')
  const institution = slug && isPassed ? await findInstitutionBySlug(ports, slug) : null
  return institution ? ownIssuer({ institution }, language) : claimedIssuer(result)
}

const slugOf = (did: string): string | undefined => /^did:web:[^:]+:i:([^:#]+)$/.exec(did)?.[1]

/** The credential's own page, when it is ours and everybody may see it. */
async function openPage(ports: Ports, { credential }: Result): Promise<string | undefined> {
  const input = inputOf(credential?.id ?? '', ports.config.origin)
  const own = input.kind === 'own' ? await findOwn(ports, input.publicId, []) : null
  return own ? `/c/${own.award.publicId}` : undefined
}

const redirect = (location: string): Response => new Response(null, { status: 303, headers: { location } })
