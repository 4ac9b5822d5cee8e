// The sample that stands in for a seal until there is one.
import { sampleSealSvg } from '@kolleges/design'
import { useWords } from '../language/LanguageProvider.tsx'
import { words } from './words.ts'

const SVG = sampleSealSvg(72)

export function SampleSeal() {
  const say = useWords(words)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing, made of fixed outlines
  return <span role="img" aria-label={say.sample} dangerouslySetInnerHTML={{ __html: SVG }} />
}
