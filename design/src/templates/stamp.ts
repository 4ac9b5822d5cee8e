/** Draws the postage stamp: a perforated edge, for exchange and the world outside. */
import { mix, WHITE } from '../colour.ts'
import { round } from '../path.ts'
import { institutionLine } from './foot.ts'
import { centred, type Template, titleBox } from './template.ts'

const [NEAR, FAR, TEETH] = [14, 586, 11]
const PITCH = (FAR - NEAR) / TEETH

/** A square whose edges are bitten by half circles. */
function perforated(): string {
  const bite = PITCH * 0.3
  const land = (PITCH - bite * 2) / 2
  const side = (dx: number, dy: number): string =>
    Array.from({ length: TEETH }, () => {
      const flat = `l${round(dx * land)} ${round(dy * land)}`
      return `${flat}a${round(bite)} ${round(bite)} 0 0 0 ${round(dx * bite * 2)} ${round(dy * bite * 2)}${flat}`
    }).join('')
  return `M${NEAR} ${NEAR}${side(1, 0)}${side(0, 1)}${side(-1, 0)}${side(0, -1)}Z`
}

export const stamp: Template = {
  id: 'stamp',
  name: { ko: '우표', en: 'Stamp' },
  describes: { ko: '교류와 해외 활동', en: 'Exchange and life abroad' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName'],
  title: titleBox(376, 420, 124, 62),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(214, 180),
  compactIcon: centred(300, 300),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette }) => [
    { kind: 'path', d: perforated(), fill: mix(palette.primary, WHITE, 0.72) },
    { kind: 'path', d: 'M58 58H542V542H58Z', fill: palette.primary },
    { kind: 'path', d: 'M58 468H542V476H58Z', fill: palette.mark },
  ],
  marks: (badge) => [
    institutionLine(badge, { y: 510, width: 430, ink: badge.palette.onPrimary, mark: badge.palette.mark, size: 34 }),
  ],
}
