// What other slices may use of designs: keeping a badge design, getting its pictures.
export { ensureRendered, type Rendering, readRendering } from './render.ts'
export { VARIANTS, type Variant } from './rendering.ts'
export { saveBadgeDesign } from './save-badge-design.ts'
export { loadDesign } from './store.ts'
