// Shows which column was taken for what, and lets it be changed.
import { type RosterField, RosterField as RosterFields } from '@kolleges/api'
import { Button, Collapse, Select, SimpleGrid, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useWords } from '../language/LanguageProvider.tsx'
import type { Mapping } from './queries.ts'
import type { Reading, Roster } from './use-roster.ts'
import { words } from './words.ts'

const UNUSED = 'unused'
const KEPT = 'custom'

export function ColumnMapping({ roster, reading }: { roster: Roster; reading: Reading }) {
  const say = useWords(words)
  const { columns } = reading.preview
  const matched = columns.filter(({ field, isKept }) => field !== null || isKept).length
  const [isOpen, { toggle }] = useDisclosure(!columns.some(({ field }) => field === 'email'))
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={isOpen}
        onClick={toggle}
        rightSection={isOpen ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
      >
        {say.mapping}: {say.mapped(matched, columns.length - matched)}
      </Button>
      <Collapse expanded={isOpen}>
        <Text size="sm" c="dimmed" my="xs">
          {say.mappingHint}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 4 }} spacing="sm">
          {columns.map((column) => (
            <ColumnChoice key={column.index} column={column} roster={roster} reading={reading} />
          ))}
        </SimpleGrid>
      </Collapse>
    </div>
  )
}

interface ColumnChoiceProps {
  column: Reading['preview']['columns'][number]
  roster: Roster
  reading: Reading
}

function ColumnChoice({ column, roster, reading }: ColumnChoiceProps) {
  const say = useWords(words)
  const header = column.header || say.column(column.index + 1)
  const choose = (chosen: string | null) =>
    roster.remap(mappingWith(reading, column.index, chosen === UNUSED ? null : (chosen as RosterField | typeof KEPT)))
  return (
    <Select
      label={header}
      aria-label={say.columnFor(header)}
      description={column.samples.length > 0 ? `${say.example} ${column.samples.join(', ')}` : undefined}
      styles={{ description: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } }}
      value={column.field ?? (column.isKept ? KEPT : UNUSED)}
      data={[
        { value: UNUSED, label: say.unused },
        ...(column.header ? [{ value: KEPT, label: say.keep }] : []),
        ...RosterFields.options.map((value) => ({ value, label: say.fields[value] })),
      ]}
      onChange={choose}
    />
  )
}

/** All columns as they are now, with one changed; two columns never mean the same. */
function mappingWith({ preview }: Reading, index: number, field: Mapping[string]): Mapping {
  const now = preview.columns.map((column): [string, Mapping[string]] => {
    const meant = column.field ?? (column.isKept ? KEPT : null)
    return [String(column.index), meant === field && meant !== KEPT ? null : meant]
  })
  return { ...Object.fromEntries(now), [String(index)]: field }
}
