/** Lists the ribbons and frames that a document can place. */
import type { Bilingual } from './language.ts'
import { brackets, deco, dotted, doubleLine, hairlines, notched, scallop } from './ornaments/frames.ts'
import type { Inks, Ornament, Room } from './ornaments/ornament.ts'
import { guilloche, lattice, meander } from './ornaments/patterned-frames.ts'
import { banner, cornerSash, flourish, laurel, rosetteRibbon, tails } from './ornaments/ribbons.ts'
import { roseEngine, sunburst, waves } from './ornaments/watermarks.ts'
import type { Shape } from './scene.ts'

const DRAWINGS = {
  'double-line': doubleLine,
  hairlines,
  brackets,
  deco,
  notched,
  scallop,
  dotted,
  meander,
  lattice,
  guilloche,
  banner,
  tails,
  'rosette-ribbon': rosetteRibbon,
  laurel,
  flourish,
  'corner-sash': cornerSash,
  'rose-engine': roseEngine,
  sunburst,
  waves,
} as const satisfies Readonly<Record<string, Ornament>>

export type OrnamentName = keyof typeof DRAWINGS

const LABELS: Readonly<Record<OrnamentName, Bilingual>> = {
  'double-line': { ko: '두 줄 테두리', en: 'Double line' },
  hairlines: { ko: '가는 세 줄 테두리', en: 'Hairlines' },
  brackets: { ko: '모서리 괄호', en: 'Corner brackets' },
  deco: { ko: '계단 모서리', en: 'Stepped corners' },
  notched: { ko: '깎은 모서리', en: 'Cut corners' },
  scallop: { ko: '오목 모서리', en: 'Scalloped corners' },
  dotted: { ko: '구슬 테두리', en: 'Beaded frame' },
  meander: { ko: '뇌문 테두리', en: 'Meander' },
  lattice: { ko: '창살 테두리', en: 'Lattice' },
  guilloche: { ko: '길로시 테두리', en: 'Guilloche' },
  banner: { ko: '두루마리 띠', en: 'Banner' },
  tails: { ko: '리본 꼬리', en: 'Ribbon tails' },
  'rosette-ribbon': { ko: '로제트 리본', en: 'Rosette ribbon' },
  laurel: { ko: '월계관', en: 'Laurel' },
  flourish: { ko: '가름 장식', en: 'Flourish' },
  'corner-sash': { ko: '모서리 띠', en: 'Corner sash' },
  'rose-engine': { ko: '바탕 무늬: 길로시 꽃', en: 'Watermark: rose engine' },
  sunburst: { ko: '바탕 무늬: 햇살', en: 'Watermark: sunburst' },
  waves: { ko: '바탕 무늬: 물결', en: 'Watermark: waves' },
}

export const ORNAMENTS: readonly { readonly name: OrnamentName; readonly label: Bilingual }[] = Object.entries(
  LABELS,
).map(([name, label]) => ({ name: name as OrnamentName, label }))

export const isOrnamentName = (value: unknown): value is OrnamentName =>
  typeof value === 'string' && Object.hasOwn(DRAWINGS, value)

/** The ornament in its room, from 0, 0. */
export const ornament = (name: OrnamentName, room: Room, inks: Inks): Shape[] => DRAWINGS[name](room, inks)
