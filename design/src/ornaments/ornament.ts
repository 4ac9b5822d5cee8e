/** Says what a ribbon or a frame is: a drawing made to the size of its room. */
import type { Colour } from '../colour.ts'
import type { Shape } from '../scene.ts'

/** The room an ornament has, from its own corner; `unit` is about a millimetre of print. */
export type Room = { readonly width: number; readonly height: number; readonly unit: number }

export type Inks = { readonly main: Colour; readonly second: Colour }

export type Ornament = (room: Room, inks: Inks) => Shape[]
