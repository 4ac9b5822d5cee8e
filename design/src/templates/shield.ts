/** Draws the shield: a competence, its title on a white band, its level in chevrons. */
import { chevronsOrInstitution } from './foot.ts'
import { centred, type Template, titleBox } from './template.ts'

const OUTER = 'M300 10L550 82V292C550 444 444 542 300 592C156 542 50 444 50 292V82Z'
const INNER = 'M300 35L526 100V292C526 428 432 516 300 563C168 516 74 428 74 292V100Z'
const BAND_EDGE = 'M74 237H526V292C526 333 517 370 500 403H100C83 370 74 333 74 292Z'
const BAND = 'M74 246H526V292C526 330 518 364 504 394H96C82 364 74 330 74 292Z'

export const shield: Template = {
  id: 'shield',
  name: { ko: '방패', en: 'Shield' },
  describes: { ko: '역량과 책임', en: 'A competence' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(320, 384, 122, 68),
  titleInk: (palette) => palette.onPaper,
  icon: centred(160, 142),
  compactIcon: centred(282, 280),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette, compact }) => [
    { kind: 'path', d: OUTER, fill: palette.dark },
    { kind: 'path', d: INNER, fill: palette.primary },
    ...(compact
      ? []
      : [
          { kind: 'path', d: BAND_EDGE, fill: palette.mark } as const,
          { kind: 'path', d: BAND, fill: palette.paper } as const,
        ]),
  ],
  marks: (badge) =>
    chevronsOrInstitution(badge, {
      y: badge.design.level ? 464 : 440,
      width: 300,
      ink: badge.palette.onPrimary,
      mark: badge.palette.mark,
    }),
}
