// What slices above may use of micro-degrees: where a learner stands, for their wallet and for messages; never who else takes part.

export { pathwaysStrip } from './own/list-pages.ts'
export { listNearlyDone, loadNews, type News } from './own/load-news.ts'
export { listOwnPathways, type OwnPathway } from './own/load-own.ts'
export { shownProgressPart } from './own/shown-pages.ts'
export { listShownProgress, type ShownProgress } from './own/shown-progress.ts'
