/** Answers with the check of a micro-degree's signed transcript, part by part. */
import type { Actor, Language } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import { showResult } from './answer-hub.ts'
import { addressOf } from './find-own.ts'
import { limitedPage, notFoundPage } from './pages/state-pages.ts'
import { allowVerification } from './rates.ts'
import { findVisibleRecord } from './store.ts'
import { verifyInput } from './verify.ts'

export type RecordCall = {
  readonly ports: Ports
  readonly publicId: string
  readonly actors: readonly Actor[]
  readonly language: Language
  readonly clientAddress: string
}

/** Untrusted id. A transcript with a part that is not for this reader is not there. */
export async function answerRecord({
  ports,
  publicId,
  actors,
  language,
  clientAddress,
}: RecordCall): Promise<Response> {
  const text = await findVisibleRecord(ports, publicId.toLowerCase(), addressOf(actors))
  if (text === null) return notFoundPage(language)
  const allowed = await allowVerification(ports, clientAddress)
  if (allowed.outcome === 'refused') return limitedPage(language, 1)
  const verification = await verifyInput(ports, { kind: 'bytes', bytes: Buffer.from(text) }, actors)
  return verification.outcome === 'verified'
    ? showResult(ports, verification.result, language, { isRecord: true })
    : notFoundPage(language)
}
