/** Answers a program's question about a credential. */
import type { VerificationRequest } from '@kolleges/api'
import type { InnerResult, ProofOutcome } from '@kolleges/credentials'
import type { z } from 'zod'
import { type Actor, answer, problem, type Reply, refused } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import { type Input, inputOf } from './input.ts'
import { allowNumber, allowVerification } from './rates.ts'
import { type Result, type Verification, verifyInput } from './verify.ts'

export type Question = {
  readonly body: z.infer<typeof VerificationRequest> | undefined
  readonly file: Uint8Array | undefined
  readonly actors: readonly Actor[]
  readonly clientAddress: string
}

export async function answerVerification(ports: Ports, question: Question): Promise<Reply> {
  const input = wantedOf(question, ports.config.origin)
  const allowed =
    input.kind === 'number'
      ? await allowNumber(ports, question.clientAddress)
      : await allowVerification(ports, question.clientAddress)
  if (allowed.outcome === 'refused') return problem('rate-limited', { headers: { 'retry-after': '60' } })
  const verification = await verifyInput(ports, input, question.actors)
  if (verification.outcome === 'refused') return refused(verification)
  if (verification.outcome === 'hidden') return problem('not-found')
  return answer(200, bodyOf(verification), { 'access-control-allow-origin': '*' })
}

function wantedOf({ body, file }: Question, origin: string): Input {
  if (file) return { kind: 'bytes', bytes: file }
  const { credential, url, number } = body ?? {}
  if (typeof credential === 'string') return { kind: 'bytes', bytes: new TextEncoder().encode(credential) }
  if (credential !== undefined) return { kind: 'bytes', bytes: new TextEncoder().encode(JSON.stringify(credential)) }
  if (number !== undefined) return { kind: 'number', number }
  return inputOf(url ?? '', origin)
}

/** While its holder hides the name, the credential itself, which carries it, is left out. */
function bodyOf({ result, own }: Extract<Verification, { outcome: 'verified' }>) {
  const shown = own === undefined || own.showsOriginal
  return {
    verdict: result.verdict,
    checks: checksOf(result),
    checkedAt: result.at,
    ...(result.proofs ? { proofs: result.proofs.map(proofOf), agreement: result.agreement } : {}),
    ...(result.inner ? { inner: result.inner.map(innerOf) } : {}),
    ...(shown && result.credential ? { credential: result.credential.json } : {}),
  }
}

const proofOf = ({ detail, ...proof }: ProofOutcome) => ({ ...proof, compared: detail })

const innerOf = ({ path, relation, result }: InnerResult) => ({
  path,
  relation,
  verdict: result.verdict,
  checks: checksOf(result),
})

const checksOf = ({ checks }: Pick<Result, 'checks'>) =>
  checks.map(({ check, outcome, because, detail }) => ({
    check,
    outcome,
    ...(because === undefined ? {} : { because }),
    ...(detail === undefined ? {} : { compared: detail }),
  }))
