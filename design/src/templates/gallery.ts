/** Lists the templates, in the order they are offered. */
import type { TemplateId } from '../badge-design.ts'
import { banner } from './banner.ts'
import { blueprint } from './blueprint.ts'
import { bookPlate } from './book-plate.ts'
import { bookshelf } from './bookshelf.ts'
import { circuit } from './circuit.ts'
import { diamond } from './diamond.ts'
import { eaves } from './eaves.ts'
import { gate } from './gate.ts'
import { gradePlaque } from './grade-plaque.ts'
import { hexCrest } from './hex-crest.ts'
import { interlock } from './interlock.ts'
import { lantern } from './lantern.ts'
import { laurel } from './laurel.ts'
import { lotus } from './lotus.ts'
import { microRing } from './micro-ring.ts'
import { microStack } from './micro-stack.ts'
import { microStairs } from './micro-stairs.ts'
import { ocean } from './ocean.ts'
import { octagonPlate } from './octagon.ts'
import { orderStar } from './order-star.ts'
import { participation } from './participation.ts'
import { peak } from './peak.ts'
import { pennant } from './pennant.ts'
import { pixel } from './pixel.ts'
import { ribbonMedal } from './ribbon-medal.ts'
import { ringBinder } from './ring-binder.ts'
import { rosette } from './rosette.ts'
import { roundSeal } from './round-seal.ts'
import { shield } from './shield.ts'
import { squircle } from './squircle.ts'
import { stamp } from './stamp.ts'
import { sunrise } from './sunrise.ts'
import type { Template } from './template.ts'
import { ticket } from './ticket.ts'

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
  banner,
  laurel,
  'order-star': orderStar,
  blueprint,
  ocean,
  pixel,
  bookshelf,
  'ring-binder': ringBinder,
  stamp,
  ticket,
  pennant,
  peak,
  lantern,
  circuit,
  sunrise,
  interlock,
  'micro-stairs': microStairs,
}
