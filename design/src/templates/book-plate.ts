/** Draws the book plate: open pages, for study and libraries. */
import { pipsOrInstitution } from './foot.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

const COVER = 'M300 92C230 38 130 26 16 36V506C130 496 230 506 300 566C370 506 470 496 584 506V36C470 26 370 38 300 92Z'
const PAGES =
  'M300 138C240 88 150 74 60 78V464C150 460 240 472 300 518C360 472 450 460 540 464V78C450 74 360 88 300 138Z'
const BOOKMARK = 'M446 76V176L470 154L494 176V72Z'

export const bookPlate: Template = {
  id: 'book-plate',
  name: { ko: '책갈피', en: 'Book plate' },
  describes: { ko: '학업과 독서, 연구', en: 'Study and research' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(338, 410, 112, 64),
  titleInk: (palette) => palette.onPaper,
  icon: centred(214, 122),
  compactIcon: centred(MIDDLE, 262),
  iconInk: (palette) => palette.onPaper,
  frame: ({ palette }) => [
    { kind: 'path', d: COVER, fill: palette.primary },
    { kind: 'path', d: PAGES, fill: palette.paper },
    { kind: 'path', d: BOOKMARK, fill: palette.accent },
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 430, width: 330, ink: badge.palette.onPaper, mark: badge.palette.onPaper, size: 28 }),
}
