// What slices above may use of micro-degrees: where learners stand, for their wallet, for messages and for staff, and the pathways themselves.

export { titlesOf } from './ledger.ts'
export { pathwaysStrip } from './own/list-pages.ts'
export { listNearlyDone, loadNews, type News } from './own/load-news.ts'
export { listOwnPathways, type OwnPathway } from './own/load-own.ts'
export { shownProgressPart } from './own/shown-pages.ts'
export { listShownProgress, type ShownProgress } from './own/shown-progress.ts'
export { type Pathway, refuse, ruleOf } from './pathway.ts'
export { type Reckoned, reckon } from './reckon.ts'
export { findPathway, listPublished, loadCatalogue } from './store.ts'
export { pathwayUrl } from './view.ts'
