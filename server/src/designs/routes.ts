/** The doors of the design studio. */
import { mayRole, routes, Uuid } from '@kolleges/api'
import { membershipsOf } from '../access/index.ts'
import { answer, type Language, type On, problem, refused, type Staff } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import { STATES_LISTED_MAX } from './limits.ts'
import { pictureFault } from './pictures/fault-words.ts'
import { savePicture } from './pictures/save-picture.ts'
import { findPictures, type StoredPicture } from './pictures/store.ts'
import { archiveDesign } from './studio/archive-design.ts'
import { DESIGN_TEMPLATES } from './studio/begin.ts'
import { changeDesign } from './studio/change-design.ts'
import { copyDesign } from './studio/copy-design.ts'
import { createDesign } from './studio/create-design.ts'
import type { StudioDesign } from './studio/design.ts'
import { publishDesign } from './studio/publish-design.ts'
import { renderDesign } from './studio/render-design.ts'
import { restoreDesign } from './studio/restore-design.ts'
import { findDesign, findState, listDesigns, listStates } from './studio/store.ts'
import { viewOf } from './studio/view.ts'

export function register(on: On): void {
  registerReading(on)
  registerWriting(on)
  registerHistory(on)
  registerRendering(on)
  registerPictures(on)
}

function registerReading(on: On): void {
  on(routes.designTemplates.list, () =>
    answer(
      200,
      { object: 'list', data: DESIGN_TEMPLATES, has_more: false },
      { 'cache-control': 'private, max-age=300' },
    ),
  )
  on(routes.designs.list, async ({ input: { query }, actor: { institutionId }, ports }) => {
    const { kind, limit, starting_after: startingAfter } = query
    if (startingAfter && !Uuid.safeParse(startingAfter).success) return problem('request-invalid')
    const search = { kind, words: query.q?.normalize('NFC').trim(), startingAfter, limit }
    const found = await ports.db.tenant(institutionId, (tx) => listDesigns(tx, institutionId, search))
    const data = found.slice(0, limit).map(viewOf)
    return answer(200, { object: 'list', data, has_more: found.length > limit })
  })
  on(routes.designs.read, async ({ input: { params }, actor: { institutionId }, ports }) => {
    const found = await ports.db.tenant(institutionId, (tx) => findDesign(tx, institutionId, params.id))
    return found ? shown(200, found) : problem('not-found')
  })
}

function registerWriting(on: On): void {
  on(routes.designs.create, async ({ input: { body }, actor, ports, language }) => {
    const created = await createDesign(ports, { ...body, ...actingAs(actor), words: language })
    return created.outcome === 'created' ? shown(201, created.design) : refused(created)
  })
  on(routes.designs.change, async ({ input: { params, body }, actor, ports, language }) => {
    const changed = await changeDesign(ports, { ...body, ...actingAs(actor), id: params.id, words: language })
    return changed.outcome === 'changed' ? shown(200, changed.design) : refused(changed)
  })
  on(routes.designs.remove, async ({ input: { params }, actor, ports }) => {
    const archived = await archiveDesign(ports, { ...actingAs(actor), id: params.id })
    return archived.outcome === 'archived' ? answer(200, {}) : refused(archived)
  })
  on(routes.designs.publish, async ({ input: { params }, actor, ports, language }) => {
    const published = await publishDesign(ports, { ...actingAs(actor), id: params.id, words: language })
    return published.outcome === 'published' ? shown(201, published.design) : refused(published)
  })
  on(routes.designs.copy, async ({ input: { params, body }, actor, ports }) => {
    const to = body.institution === undefined ? actor.institutionId : await writableBy(ports, actor, body.institution)
    if (to === null) return problem('not-allowed')
    const copy = { from: actor.institutionId, to, actor: actor.label, id: params.id, name: body.name }
    const copied = await copyDesign(ports, copy)
    return copied.outcome === 'copied' ? shown(201, copied.design) : refused(copied)
  })
}

/** Only a person can be a member of two institutions; a key belongs to one. */
async function writableBy(ports: Ports, actor: Staff, slug: string): Promise<string | null> {
  if (actor.kind !== 'member') return null
  const memberships = await ports.db.lookup((tx) => membershipsOf(tx, actor.email))
  const found = memberships.find((one) => one.slug === slug)
  return found && mayRole(found.role, routes.designs.create.capability) ? found.institutionId : null
}

function registerHistory(on: On): void {
  on(routes.designs.versions, async ({ input: { params }, actor: { institutionId }, ports }) =>
    ports.db.tenant(institutionId, async (tx) => {
      if (!(await findDesign(tx, institutionId, params.id))) return problem('not-found')
      const data = await listStates(tx, institutionId, params.id, STATES_LISTED_MAX)
      return answer(200, { object: 'list', data, has_more: false })
    }),
  )
  on(routes.designs.version, async ({ input: { params }, actor: { institutionId }, ports }) => {
    const { id, versionId } = params
    const found = await ports.db.tenant(institutionId, (tx) => findState(tx, institutionId, id, versionId))
    if (!found) return problem('not-found')
    const { brandKit: _, ...state } = found
    return answer(200, state)
  })
  on(routes.designs.restore, async ({ input: { params, body }, actor, ports }) => {
    const restored = await restoreDesign(ports, { ...actingAs(actor), id: params.id, stateId: body.version })
    return restored.outcome === 'restored' ? shown(201, restored.design) : refused(restored)
  })
}

function registerRendering(on: On): void {
  on(routes.designs.render, async ({ input: { params, body }, actor: { institutionId }, ports, language }) => {
    const drawn = await renderDesign(ports, { ...body, id: params.id, institutionId })
    if (drawn.outcome === 'rendered') return bytesResponse(drawn.bytes, drawn.mediaType)
    if (drawn.reason === 'drawing-too-heavy') return problem('design-invalid', { errors: [tooHeavy(language)] })
    return problem(drawn.reason)
  })
}

const tooHeavy = (language: Language) => pictureFault('#/document', 'drawing-too-heavy', language)

function registerPictures(on: On): void {
  on(routes.pictures.create, async ({ input: { files }, actor: { institutionId }, ports, language }) => {
    const refuse = (code: string) => problem('picture-invalid', { errors: [pictureFault('#/file', code, language)] })
    if (!files.file) return refuse('required')
    const saved = await savePicture(ports, institutionId, files.file.bytes)
    if (saved.outcome === 'refused') return refuse(saved.because)
    return answer(201, pictureView(saved.picture, ports.config.origin))
  })
  on(routes.pictures.read, async ({ input: { params }, actor: { institutionId }, ports }) => {
    const [picture] = await ports.db.tenant(institutionId, (tx) => findPictures(tx, institutionId, [params.id]))
    const blob = picture && (await ports.blobs.get(picture.blobKey))
    return blob ? bytesResponse(blob.bytes, blob.mediaType) : problem('not-found')
  })
}

const pictureView = ({ id, mediaType, widthPx, heightPx }: StoredPicture, origin: string) => ({
  ...{ id, mediaType, widthPx, heightPx },
  url: `${origin}/v1/pictures/${id}`,
})

const bytesResponse = (bytes: Uint8Array, mediaType: string): Response =>
  new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': mediaType, 'cache-control': 'private, no-cache' },
  })

const actingAs = ({ institutionId, label }: Staff) => ({ institutionId, actor: label })

const shown = (status: number, design: StudioDesign) => answer(status, viewOf(design))
