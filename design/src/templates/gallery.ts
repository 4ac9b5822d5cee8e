/** Lists the templates, in the order they are offered. */
import type { TemplateId } from '../badge-design.ts'
import { bookPlate } from './book-plate.ts'
import { diamond } from './diamond.ts'
import { eaves } from './eaves.ts'
import { gate } from './gate.ts'
import { gradePlaque } from './grade-plaque.ts'
import { hexCrest } from './hex-crest.ts'
import { lotus } from './lotus.ts'
import { microRing } from './micro-ring.ts'
import { microStack } from './micro-stack.ts'
import { octagonPlate } from './octagon.ts'
import { participation } from './participation.ts'
import { ribbonMedal } from './ribbon-medal.ts'
import { rosette } from './rosette.ts'
import { roundSeal } from './round-seal.ts'
import { shield } from './shield.ts'
import { squircle } from './squircle.ts'
import type { Template } from './template.ts'

export const GALLERY: Readonly<Record<TemplateId, Template>> = {
  'hex-crest': hexCrest,
  shield,
  'round-seal': roundSeal,
  'ribbon-medal': ribbonMedal,
  rosette,
  octagon: octagonPlate,
  diamond,
  squircle,
  gate,
  lotus,
  eaves,
  'book-plate': bookPlate,
  participation,
  'micro-ring': microRing,
  'micro-stack': microStack,
  'grade-plaque': gradePlaque,
}
