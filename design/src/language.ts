/** Names the two languages every text of ours is written in. */
export type Language = 'ko' | 'en'

/** A text in both languages: neither is a translation of second rank. */
export type Bilingual = Readonly<Record<Language, string>>
