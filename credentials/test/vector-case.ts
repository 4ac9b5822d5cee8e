// Says what a case of vectors/verification consists of before it is written.

export interface Case {
  readonly file: string
  readonly says: string
  readonly verdict: string
  readonly check?: string
  readonly because?: string
  readonly at?: string
  /** Compared with the recipient, where a path can be asked to. */
  readonly recipient?: string
  /** `path code`, all of them. */
  readonly faults?: readonly string[]
  readonly content?: Uint8Array | string
  /** In the place of a file that would only be large: beginning, what is repeated, end, and how often. */
  readonly made?: { readonly text: readonly [string, string, string]; readonly times: number }
}

export const unreadable = (file: string, says: string, because: string, content: Uint8Array | string): Case => ({
  file,
  says,
  verdict: 'unreadable',
  because,
  content,
})

export const of = (
  [verdict, check, because]: readonly [string, string?, string?],
  file: string,
  says: string,
  content: Uint8Array | string,
): Case => ({ file, says, verdict, ...(check ? { check } : {}), ...(because ? { because } : {}), content })

export const tampered = (because: string): readonly [string, string, string] => ['tampered', 'signature', because]
export const unknown = (because: string): readonly [string, string, string] => ['status_unknown', 'status', because]
