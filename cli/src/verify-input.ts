// Judges one input: read it, bring what it needs, ask the credentials package.
import {
  isAssertion,
  type Json,
  type Material,
  type Needs,
  needsOf,
  needsOfInput,
  parseCredential,
  parseJwt,
  readInput,
  unreadable,
  type VerificationResult,
  verify,
} from '@kolleges/credentials'
import { load } from './load.ts'
import type { Sources } from './sources.ts'

/** What the tool says of one input; `because` tells why there was nothing to judge. */
export type Outcome = Omit<VerificationResult, 'at' | 'faults'> & { readonly because?: string }

const NOTHING: Needs = { issuers: [], statusLists: [] }

export const verifyInput = async (input: string, sources: Sources, at: string): Promise<Outcome> => {
  const loaded = await load(input)
  if (loaded.outcome === 'refused') return refused('inconclusive', loaded.reason)
  const read = readInput(loaded.bytes)
  if (read.outcome === 'refused') return refused('failed', read.reason)
  if (read.form === 'json' && !isAssertion(read.value)) return verifyJson(read.value, sources, at)
  const jwt = read.form === 'jws' && read.edition !== 'ob2' ? parseJwt(read.text) : null
  if (jwt?.outcome === 'parsed')
    return verify(read.text, await materialFor(needsOf(jwt.credential, jwt.keyId), sources), { at })
  return sources.verifyAssertion(read.form === 'json' ? read.value : read.text, at)
}

const verifyJson = async (json: Json, sources: Sources, at: string): Promise<Outcome> => {
  const parsed = parseCredential(json)
  if (parsed.outcome === 'refused' && typeof json !== 'object') return unreadable('not-a-credential', at)
  const material = await materialFor(parsed.outcome === 'parsed' ? needsOf(parsed.credential) : NOTHING, sources)
  return verify(json, material, { at })
}

/** A newer edition is asked for once, and may need keys and lists of its own. */
const materialFor = async (needs: Needs, sources: Sources): Promise<Material> => {
  const { refreshUrl } = needs
  if (refreshUrl === undefined) return sources.gather(needs)
  const refreshed = await sources.refresh(refreshUrl)
  const own = 'credential' in refreshed ? needsOfInput(refreshed.credential) : null
  return { ...(await sources.gather(own ? joined(needs, own) : needs)), refreshed }
}

const joined = (one: Needs, other: Needs): Needs => ({
  issuers: [...one.issuers, ...other.issuers],
  statusLists: [...one.statusLists, ...other.statusLists],
})

const refused = (outcome: 'failed' | 'inconclusive', because: string): Outcome => ({
  verdict: 'unreadable',
  checks: [{ check: 'format', outcome }],
  because,
})
