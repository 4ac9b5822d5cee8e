/** Brand kits over HTTP: for every member to use, for those who may change the institution to change. */
import { routes } from '@kolleges/api'
import { answer, type Language, type On, problem } from '../platform/handler.ts'
import type { Blob, Ports } from '../platform/ports.ts'
import { wireOfKit } from './brand-kit.ts'
import { faultOf } from './fault-words.ts'
import { changeBrandKit, createBrandKit, type Kept, removeBrandKit } from './keep-brand-kit.ts'
import { type KitPictured, previewKitPicture, putKitPicture, removeKitPicture } from './kit-pictures.ts'
import { findBrandKit, listBrandKits } from './store.ts'

export function registerBrandKits(on: On): void {
  on(routes.brandKits.list, async ({ actor: { institutionId }, ports }) => {
    const kits = await ports.db.tenant(institutionId, (tx) => listBrandKits(tx, institutionId))
    const data = kits.map((kit) => wireOfKit(kit, ports.config.origin))
    return answer(200, { object: 'list', data, has_more: false })
  })
  on(routes.brandKits.create, async ({ input: { body }, actor, ports, language }) =>
    shown(201, await createBrandKit(ports, actor, body), ports, language),
  )
  on(routes.brandKits.change, async ({ input: { params, body }, actor, ports, language }) =>
    shown(200, await changeBrandKit(ports, actor, params.id, body), ports, language),
  )
  on(routes.brandKits.remove, async ({ input: { params }, actor, ports, language }) => {
    const removed = await removeBrandKit(ports, actor, params.id)
    return removed.outcome === 'kept' ? answer(200, {}) : shown(200, removed, ports, language)
  })
  registerPictures(on)
}

function registerPictures(on: On): void {
  on(routes.brandKits.putPicture, async ({ input: { params, query, files }, actor, ports, language }) => {
    if (!files.file) return unusable('required', language)
    const { id, kind } = params
    const upload = { id, kind, ground: query.ground, upload: files.file.bytes }
    return pictured(await putKitPicture(ports, actor, upload), ports, language)
  })
  on(routes.brandKits.removePicture, async ({ input: { params }, actor, ports, language }) =>
    pictured(await removeKitPicture(ports, actor, params.id, params.kind), ports, language),
  )
  on(routes.brandKits.picture, async ({ input: { params }, actor: { institutionId }, ports, language }) => {
    const kit = await ports.db.tenant(institutionId, (tx) => findBrandKit(tx, institutionId, params.id))
    const picture = kit && (await previewKitPicture(ports, kit, params.kind, language))
    return picture ? pictureResponse(picture) : problem('not-found')
  })
}

function shown(status: number, kept: Kept, ports: Ports, language: Language) {
  if (kept.outcome === 'kept') return answer(status, wireOfKit(kept.kit, ports.config.origin))
  if (kept.reason !== 'template-unknown') return problem(kept.reason)
  return problem('request-invalid', { errors: [faultOf('#/badge/template', kept.reason, language)] })
}

function pictured(changed: KitPictured, ports: Ports, language: Language) {
  if (changed.outcome === 'changed') return answer(200, wireOfKit(changed.kit, ports.config.origin))
  return changed.reason === 'not-found' ? problem('not-found') : unusable(changed.because, language)
}

const unusable = (code: string, language: Language) =>
  problem('picture-invalid', { errors: [faultOf('#/file', code, language)] })

/** Kept by the browser for a while: a new picture has a new address. */
const pictureResponse = ({ bytes, mediaType }: Blob): Response =>
  new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': mediaType,
      'cache-control': 'private, max-age=3600',
      // The mark across a seal is in the reader's language.
      vary: 'cookie, accept-language',
    },
  })
