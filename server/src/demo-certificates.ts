/** Gives an institution of the demo a certificate: a head, a seal that says it is a sample, a design of ours, published. */
import { type Client, routes } from '@kolleges/api'
import { sampleSealSvg } from '@kolleges/design'
import type { DemoInstitution } from './demo-data.ts'

const SEAL_PX = 600

/** What an achievement takes so that its learners get the certificate too; nothing for the others. */
export type DemoCertification = {
  readonly certificate?: { readonly design: string }
  readonly certificateNumber?: { readonly rule: string; readonly per: 'achievement' }
}

export async function certify(client: Client, demo: DemoInstitution): Promise<ReadonlyMap<string, DemoCertification>> {
  const { achievement, template, name, numberRule } = demo.certificate
  const { data: kits } = await client.call(routes.brandKits.list, {})
  const kit = kits.find(({ isDefault }) => isDefault)
  if (!kit) return new Map()
  const { id } = kit
  await client.call(routes.brandKits.change, { params: { id }, body: { head: demo.head } })
  const seal = new FormData()
  seal.set('file', new Blob([sampleSealSvg(SEAL_PX)], { type: 'image/svg+xml' }), 'seal.svg')
  await client.call(routes.brandKits.putPicture, { params: { id, kind: 'seal' }, body: seal })
  const design = await client.call(routes.designs.create, { body: { kind: 'certificate', name, template } })
  await client.call(routes.designs.publish, { params: { id: design.id } })
  const number = numberRule ? { certificateNumber: { rule: numberRule, per: 'achievement' as const } } : {}
  return new Map([[achievement, { certificate: { design: design.id }, ...number }]])
}
