// The part of the URL space about brand kits and their pictures.
import { z } from 'zod'
import * as kits from './brand-kits.ts'
import { Empty, listOf, Uuid } from './common.ts'
import { UPLOAD_BYTES_MAX } from './limits.ts'
import { route } from './route.ts'

const ById = z.object({ id: Uuid })
const ByPicture = ById.extend({ kind: kits.BrandPictureKind })

export const brandKitRoutes = {
  list: route({
    method: 'GET',
    path: '/v1/brand-kits',
    summary: 'The institution’s own brand kit, then those of its programmes by name.',
    capability: 'achievements.read',
    status: 200,
    answer: listOf(kits.BrandKit),
  }),
  create: route({
    method: 'POST',
    path: '/v1/brand-kits',
    summary: 'Make a kit for a programme; what is left out is taken from the institution’s own.',
    capability: 'institution.write',
    body: kits.NewBrandKit,
    status: 201,
    answer: kits.BrandKit,
  }),
  change: route({
    method: 'PATCH',
    path: '/v1/brand-kits/{id}',
    summary: 'Change a kit; nothing that was issued changes with it.',
    capability: 'institution.write',
    params: ById,
    body: kits.BrandKitChange,
    status: 200,
    answer: kits.BrandKit,
  }),
  remove: route({
    method: 'DELETE',
    path: '/v1/brand-kits/{id}',
    summary: 'Put a programme’s kit away; the institution’s own stays.',
    capability: 'institution.write',
    params: ById,
    status: 200,
    answer: Empty,
  }),
  putPicture: route({
    method: 'PUT',
    path: '/v1/brand-kits/{id}/{kind}',
    summary:
      'Upload a logo, symbol, seal or signature (PNG, JPEG or SVG; rebuilt, `?ground=clear` takes the paper away).',
    capability: 'institution.write',
    params: ByPicture,
    query: kits.BrandPictureQuery,
    upload: true,
    bodyBytesMax: UPLOAD_BYTES_MAX,
    status: 200,
    answer: kits.BrandKit,
  }),
  removePicture: route({
    method: 'DELETE',
    path: '/v1/brand-kits/{id}/{kind}',
    summary: 'Take a picture out of a kit.',
    capability: 'institution.write',
    params: ByPicture,
    status: 200,
    answer: kits.BrandKit,
  }),
  picture: route({
    method: 'GET',
    path: '/v1/brand-kits/{id}/{kind}.png',
    summary: 'A picture of a kit, for members only; seals and signatures are marked as a preview.',
    capability: 'achievements.read',
    params: ByPicture,
    status: 200,
    answer: z.unknown(),
  }),
} as const
