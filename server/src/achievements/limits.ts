/** Every number of achievements. */
/** About a thousand pictures of badges; a node has one such memory. */
export const KEPT_PICTURES_BYTES_MAX = 32 * 1024 * 1024
