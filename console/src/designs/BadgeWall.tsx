// The wall of one badge, tried on different people: the name beside it is what changes.
import { type BadgeDesign, badgeDocument, bind, type DesignDocument, layOut } from '@kolleges/design'
import { SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { longestNamesQuery } from '../learners/queries.ts'
import { type House, PEOPLE, type PersonKind, previewData } from './editor/preview-data.ts'
import { PreviewWall } from './PreviewWall.tsx'
import { words } from './preview-words.ts'
import { useSimpleHouse } from './simple-house.ts'

/** A badge has no optional data. */
const TRIED = PEOPLE.filter((person) => person !== 'bare')

interface BadgeWallProps {
  design: BadgeDesign
  /** What is known of the achievement it stands for. */
  values: Readonly<Record<string, string>>
  /** Where it is drawn from a document of its own. */
  chosen: { readonly document: DesignDocument; readonly house: House } | undefined
}

export function BadgeWall({ design, values, chosen }: BadgeWallProps) {
  const say = useWords(words)
  const { language } = useFormat()
  const [person, setPerson] = useState<PersonKind>('sample')
  const simple = useSimpleHouse()
  const house = chosen?.house ?? simple
  const longestName = useQuery(longestNamesQuery).data?.name ?? null
  const { bound, scene } = useMemo(() => {
    const document = chosen?.document ?? { ...badgeDocument(design), language }
    const data = previewData(document, { person, house, longestName, columns: {} })
    const made = bind(document, { values: { ...data.values, ...values }, badge: design, pictures: data.pictures })
    return { bound: made, scene: layOut(made).scene }
  }, [design, chosen, values, language, person, house, longestName])
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
      <PreviewWall bound={bound} scene={scene} badge={design} isBadge={!chosen} />
    </>
  )
}
