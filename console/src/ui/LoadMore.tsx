// Fetches the next page of a list.
import { Button, Center } from '@mantine/core'
import { common } from '../language/common.ts'
import { useWords } from '../language/LanguageProvider.tsx'

interface LoadMoreProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}

export function LoadMore({ query }: LoadMoreProps) {
  const say = useWords(common)
  if (!query.hasNextPage) return null
  return (
    <Center mt="md">
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
        {say.more}
      </Button>
    </Center>
  )
}
