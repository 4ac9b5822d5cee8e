/** Institutions, their pictures, their keys and their public documents over HTTP. */
import { routes } from '@kolleges/api'
import { isWithinDaily, readSessionProof } from '../access/index.ts'
import { parseInstant } from '../platform/clock.ts'
import { answer, type Call, type On, problem, refused, type Staff } from '../platform/handler.ts'
import { SESSION_COOKIE } from '../platform/http.ts'
import { cookieOf } from '../platform/language.ts'
import type { Blob, Ports } from '../platform/ports.ts'
import { registerBrandKits } from './brand-kit-routes.ts'
import { changeInstitution } from './change-institution.ts'
import { createInstitution } from './create-institution.ts'
import { faultOf } from './fault-words.ts'
import { wireOf } from './institution.ts'
import { INSTITUTIONS_PER_ACCOUNT_PER_DAY_MAX } from './limits.ts'
import { type PictureKind, readPicture, savePicture } from './pictures.ts'
import { registerPublicDocuments } from './public-routes.ts'
import { listSigningKeys, retireSigningKey, rotateSigningKey } from './signing-keys.ts'
import { loadInstitution } from './store.ts'

export function register(on: On): void {
  registerInstitution(on)
  registerPictures(on)
  registerBrandKits(on)
  registerSigningKeys(on)
  registerPublicDocuments(on)
}

function registerInstitution(on: On): void {
  on(routes.institution.create, async ({ input: { body }, actor, ports, request }) => {
    const proof = await readSessionProof(ports, cookieOf(request, SESSION_COOKIE))
    if (!proof || proof.forWalletOnly) return problem('signed-out')
    if (!proof.isOperator && !(await maySetUp(ports, actor.accountId))) return problem('rate-limited')
    const standing = proof.isOperator ? 'confirmed' : 'test'
    const created = await createInstitution(ports, { ...body, standing, owner: actor.email, actor: actor.email })
    if (created.outcome === 'refused') return refused(created)
    return answer(201, wireOf(created.institution, ports.config.origin))
  })
  on(routes.institution.read, async ({ actor, ports }) =>
    answer(200, wireOf(await loadOwn(ports, actor), ports.config.origin)),
  )
  on(routes.institution.change, async ({ input: { body }, actor, ports }) => {
    const changed = await changeInstitution(ports, actor, body)
    if (changed.outcome === 'refused') return refused(changed)
    return answer(200, wireOf(changed.institution, ports.config.origin))
  })
}

const maySetUp = (ports: Ports, accountId: string): Promise<boolean> =>
  isWithinDaily(ports, 'institution', accountId, INSTITUTIONS_PER_ACCOUNT_PER_DAY_MAX)

const loadOwn = (ports: Ports, { institutionId }: Staff) =>
  ports.db.tenant(institutionId, (tx) => loadInstitution(tx, institutionId))

function registerPictures(on: On): void {
  on(routes.institution.logo, (call) => takePicture(call, 'logo'))
  on(routes.institution.seal, (call) => takePicture(call, 'seal'))
  on(routes.institution.picture, async ({ actor, ports, language }) => {
    const seal = await readPicture(ports, await loadOwn(ports, actor), 'seal', language)
    return seal ? pictureResponse(seal) : problem('not-found')
  })
}

type PictureCall = Call<typeof routes.institution.logo> | Call<typeof routes.institution.seal>

async function takePicture({ input: { files }, actor, ports, language }: PictureCall, kind: PictureKind) {
  const refuse = (code: string) => problem('picture-invalid', { errors: [faultOf('#/file', code, language)] })
  if (!files.file) return refuse('required')
  const pictured = await savePicture(ports, actor, kind, files.file.bytes)
  if (pictured.outcome === 'refused') return refuse(pictured.because)
  return answer(200, wireOf(pictured.institution, ports.config.origin))
}

const pictureResponse = ({ bytes, mediaType }: Blob): Response =>
  new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': mediaType, 'cache-control': 'private, no-cache' },
  })

function registerSigningKeys(on: On): void {
  on(routes.signingKeys.list, async ({ actor, ports }) =>
    answer(200, { object: 'list', data: await listSigningKeys(ports, actor.institutionId), has_more: false }),
  )
  on(routes.signingKeys.rotate, async ({ actor, ports }) => answer(201, await rotateSigningKey(ports, actor)))
  on(routes.signingKeys.retire, async ({ input: { params, body }, actor, ports, language }) => {
    const since = body.compromisedSince === undefined ? undefined : parseInstant(body.compromisedSince)
    const retired = await retireSigningKey(ports, actor, params.id, since)
    if (retired.outcome === 'retired') return answer(201, retired.key)
    if (retired.reason === 'not-found') return problem('not-found')
    return problem('request-invalid', { errors: [faultOf('#/compromisedSince', retired.reason, language)] })
  })
}
