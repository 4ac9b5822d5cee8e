/** Chooses the Korean particle that fits a word, by the rule of documents; both are written where the sound cannot be told. */
import { type ParticlePair, withParticle } from '@kolleges/design'

export const josa = (word: string, pair: ParticlePair): string => withParticle(word, pair, 'both')
