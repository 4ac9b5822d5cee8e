/** Rebuilds a stranger's SVG from the few elements and attributes a logo needs. */
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { imageKind, imageSize } from './image-size.ts'
import {
  PICTURE_SVG_DEPTH_MAX,
  PICTURE_SVG_ELEMENTS_MAX,
  PICTURE_SVG_IMAGE_PIXELS_MAX,
  PICTURE_SVG_USES_MAX,
} from './limits.ts'

export type RebuiltSvg =
  | { readonly outcome: 'rebuilt'; readonly svg: string }
  | { readonly outcome: 'refused'; readonly reason: 'picture-broken' | 'picture-too-complex' }

/**
 * Takes any text; keeps shapes, gradients, clips, masks, text and embedded PNG or JPEG, drops the rest with its content. What comes out
 * refers to nothing outside itself, holds no script, and was written by us, so the engine cannot read it differently than we did.
 */
export function rebuildSvg(text: string): RebuiltSvg {
  const state: State = { out: [], open: [], droppedDepth: 0, elements: 0, uses: 0, refusal: null }
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => openTag(state, tag))
  parser.on('closetag', () => closeTag(state))
  parser.on('text', (content) => writeText(state, content))
  parser.on('cdata', (content) => writeText(state, content))
  parser.on('doctype', (doctype) => {
    // An internal subset declares entities; entities multiply (XML 1.0, 4.4).
    if (doctype.includes('[')) state.refusal = 'picture-too-complex'
  })
  parser.on('error', () => {
    state.refusal ??= 'picture-broken'
  })
  for (let at = 0; at < text.length && !state.refusal; at += PIECE_CHARACTERS)
    parser.write(text.slice(at, at + PIECE_CHARACTERS))
  if (!state.refusal) parser.close()
  if (state.refusal) return { outcome: 'refused', reason: state.refusal }
  return state.out.length > 0
    ? { outcome: 'rebuilt', svg: state.out.join('') }
    : { outcome: 'refused', reason: 'picture-broken' }
}

type State = {
  readonly out: string[]
  /** Names of kept elements still open. */
  readonly open: string[]
  /** How deep we are inside an element that is left out. */
  droppedDepth: number
  elements: number
  uses: number
  refusal: 'picture-broken' | 'picture-too-complex' | null
}

/** Small pieces, so that a refusal stops the reading soon after. */
const PIECE_CHARACTERS = 65_536

const ELEMENTS = new Set(
  (
    'svg g a switch defs symbol use path rect circle ellipse line polyline polygon text tspan style image ' +
    'linearGradient radialGradient stop clipPath mask'
  ).split(' '),
)

function openTag(state: State, tag: SaxesTagPlain): void {
  const name = tag.name.replace(/^svg:/, '')
  if (state.droppedDepth > 0 || !ELEMENTS.has(name) || (state.out.length === 0 && name !== 'svg')) {
    state.droppedDepth++
    return
  }
  state.elements++
  if (name === 'use') state.uses++
  state.open.push(name)
  if (
    state.elements > PICTURE_SVG_ELEMENTS_MAX ||
    state.uses > PICTURE_SVG_USES_MAX ||
    state.open.length > PICTURE_SVG_DEPTH_MAX
  )
    state.refusal = 'picture-too-complex'
  const namespace = state.out.length === 0 ? ` xmlns="http://www.w3.org/2000/svg"` : ''
  // An <a> may be drawn but leads nowhere.
  state.out.push(
    `<${name === 'a' ? 'g' : name}${namespace}${attributesOf(name, tag.attributes as Record<string, string>)}>`,
  )
}

function closeTag(state: State): void {
  if (state.droppedDepth > 0) {
    state.droppedDepth--
    return
  }
  const name = state.open.pop()
  if (name) state.out.push(`</${name === 'a' ? 'g' : name}>`)
}

function writeText(state: State, content: string): void {
  if (state.droppedDepth > 0 || state.open.length === 0) return
  const isStyle = state.open.at(-1) === 'style'
  if (isStyle && !isInward(content)) return
  state.out.push(escapeXml(content))
}

function attributesOf(element: string, attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => attribute(element, name, value))
    .join('')
}

function attribute(element: string, name: string, value: string): string {
  if (name === 'href' || name === 'xlink:href') {
    const isKept = element === 'image' ? isSmallImage(value) : element !== 'a' && value.startsWith('#')
    return isKept ? ` href="${escapeXml(value)}"` : ''
  }
  const isPlain = /^[a-z][\w-]*$/i.test(name) && !/^on/i.test(name) && !name.startsWith('xmlns')
  return isPlain && isInward(value) ? ` ${name}="${escapeXml(value)}"` : ''
}

/** An embedded PNG or JPEG, by its bytes and not by its label, of few enough pixels. */
function isSmallImage(value: string): boolean {
  const data = /^data:image\/(?:png|jpe?g);base64,([a-z0-9+/=\s]+)$/i.exec(value)?.[1]
  if (!data) return false
  const bytes = Buffer.from(data, 'base64')
  const kind = imageKind(bytes)
  const size = kind && imageSize(bytes, kind)
  return size !== null && size.width * size.height <= PICTURE_SVG_IMAGE_PIXELS_MAX
}

/** True when a style or value points at nothing but ids of the same drawing. */
const isInward = (value: string): boolean => !/@import|\\|url\(\s*["']?(?!#|["'\s])/i.test(value)

const escapeXml = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
