// One design: the whole editor where there is room for it, its words and its publishing where there is not.
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useWords } from '../language/LanguageProvider.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page } from '../ui/Page.tsx'
import { DesignEditor } from './editor/DesignEditor.tsx'
import { PhoneEditor } from './editor/PhoneEditor.tsx'
import { documentOf } from './editor/use-design-editor.ts'
import { designQuery } from './queries.ts'
import { words } from './words.ts'

/** Below this there is no room for a page between its panels. */
const WIDE = '(min-width: 700px)'

export function DesignPage() {
  const say = useWords(words)
  const { id = '' } = useParams()
  const isWide = useMediaQuery(WIDE, matchMedia(WIDE).matches)
  const design = useQuery(designQuery(id))
  const back = { to: '/designs', label: say.designs }
  // The editor has the whole window to itself: until it is there, a page like all others says what is going on.
  if (!design.data)
    return (
      <Page title={say.designs} back={back}>
        <Loaded query={design}>{() => null}</Loaded>
      </Page>
    )
  const loaded = design.data
  const document = documentOf(loaded)
  if (!document)
    return (
      <Page title={loaded.name} back={back}>
        <Empty title={say.notADesign} text={say.tooNew} />
      </Page>
    )
  const Shown = isWide ? DesignEditor : PhoneEditor
  return (
    <>
      <title>{`${loaded.name} · Kolleges`}</title>
      <Shown key={loaded.id} design={loaded} document={document} />
    </>
  )
}
