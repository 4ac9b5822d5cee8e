// Where the page lies in the window: how large, how far moved.
export interface View {
  /** Pixels to one unit of the page. */
  readonly zoom: number
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

const MARGIN_PX = 40
const ZOOM_MIN_SHARE = 0.1
const ZOOM_MAX_SHARE = 16

/** The whole page in the middle of the window. */
export function fitted(page: Size, room: Size): View {
  const zoom = Math.max(
    0.01,
    Math.min((room.width - 2 * MARGIN_PX) / page.width, (room.height - 2 * MARGIN_PX) / page.height),
  )
  return { zoom, x: (room.width - page.width * zoom) / 2, y: (room.height - page.height * zoom) / 2 }
}

/** Larger or smaller, with the spot under the pointer staying where it is. */
export function zoomed(view: View, factor: number, at: { x: number; y: number }, fit: number): View {
  const zoom = Math.max(fit * ZOOM_MIN_SHARE, Math.min(fit * ZOOM_MAX_SHARE, view.zoom * factor))
  const scale = zoom / view.zoom
  return { zoom, x: at.x - (at.x - view.x) * scale, y: at.y - (at.y - view.y) * scale }
}

export const panned = (view: View, dx: number, dy: number): View => ({ ...view, x: view.x + dx, y: view.y + dy })

/** From the window to the page. */
export const onPage = (view: View, px: { x: number; y: number }): { x: number; y: number } => ({
  x: (px.x - view.x) / view.zoom,
  y: (px.y - view.y) / view.zoom,
})
