/** The names of this slice's jobs, as the queue stores them. */
export const RENDER_BADGE_DESIGN = 'render-badge-design'
