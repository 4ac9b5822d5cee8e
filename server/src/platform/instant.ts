/** A moment as `YYYY-MM-DDTHH:MM:SSZ`: whole seconds, UTC. Instants compare and sort as strings. */
export type Instant = string & { readonly '#instant': true }
