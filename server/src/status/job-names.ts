/** The names of this slice's jobs, as the queue stores them. */
export const PUBLISH_STATUS_LIST = 'publish-status-list'
export const SWEEP_STATUS_LISTS = 'sweep-status-lists'
