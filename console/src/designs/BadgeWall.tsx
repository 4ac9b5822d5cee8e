// The wall of one badge, tried on different people: the name beside it is what changes.
import { type BadgeDesign, badgeDocument, bind, layOut } from '@kolleges/design'
import { SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { longestNamesQuery } from '../learners/queries.ts'
import { PEOPLE, type PersonKind, previewData } from './editor/preview-data.ts'
import { PreviewWall } from './PreviewWall.tsx'
import { words } from './preview-words.ts'
import { useSimpleHouse } from './simple-house.ts'

/** A badge has no optional data. */
const TRIED = PEOPLE.filter((person) => person !== 'bare')

interface BadgeWallProps {
  design: BadgeDesign
  /** Of the achievement it stands for. */
  name: string
}

export function BadgeWall({ design, name }: BadgeWallProps) {
  const say = useWords(words)
  const { language } = useFormat()
  const [person, setPerson] = useState<PersonKind>('sample')
  const house = useSimpleHouse()
  const longestName = useQuery(longestNamesQuery).data?.name ?? null
  const { bound, scene } = useMemo(() => {
    const document = { ...badgeDocument(design), language }
    const { values, pictures } = previewData(document, { person, house, longestName, columns: {} })
    const named = name.trim() ? { ...values, 'achievement.name': name } : values
    const made = bind(document, { values: named, badge: design, pictures })
    return { bound: made, scene: layOut(made).scene }
  }, [design, name, language, person, house, longestName])
  return (
    <>
      <Text size="sm" c="dimmed" mb={12}>
        {say.lead}
      </Text>
      <SegmentedControl
        aria-label={say.tryOn}
        size="xs"
        mb={16}
        value={person}
        data={TRIED.map((value) => ({ value, label: say.people[value] }))}
        onChange={(value) => setPerson(value as PersonKind)}
      />
      <PreviewWall bound={bound} scene={scene} badge={design} isBadge />
    </>
  )
}
