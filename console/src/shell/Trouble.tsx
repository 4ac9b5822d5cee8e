// What is shown instead of a page that does not exist or that broke.
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useWords } from '../language/LanguageProvider.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Page } from '../ui/Page.tsx'
import { words } from './words.ts'

export function NoSuchPage() {
  const say = useWords(words)
  const home = (
    <Button component={Link} to="/">
      {say.toHome}
    </Button>
  )
  return (
    <Page title={say.notFoundTitle}>
      <Empty title={say.notFoundTitle} text={say.notFoundText} action={home} />
    </Page>
  )
}

export function BrokenPage() {
  const say = useWords(words)
  return (
    <Page title={say.brokenTitle}>
      <Empty
        title={say.brokenTitle}
        text={say.brokenText}
        action={<Button onClick={() => location.reload()}>{say.reload}</Button>}
      />
    </Page>
  )
}
