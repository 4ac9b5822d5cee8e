// Everybody on a micro-degree at once: cohorts, where they stop, what the registrar enters.
import type { Cohort, DropOff, Pathway } from '@kolleges/api'
import { Button, Group, Select } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../access/session.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { type Column, ListTable } from '../ui/ListTable.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Section } from '../ui/Page.tsx'
import { useCohorts, useDropOff } from './queries.ts'
import { ReminderDialog } from './ReminderDialog.tsx'
import { staffWords } from './staff-words.ts'

export function CohortPanels({ pathway }: { pathway: Pathway }) {
  const mayAward = useMay('awards.write')
  return (
    <>
      <Cohorts id={pathway.id} />
      <DropOffChart id={pathway.id} />
      {mayAward && <Annotations pathway={pathway} />}
    </>
  )
}

function Cohorts({ id }: { id: string }) {
  const say = useWords(staffWords)
  const heads = say.cohortColumns
  const columns: Column<Cohort & { id: string }>[] = [
    { head: heads.semester, cell: ({ semester }) => (semester === null ? say.notBegun : say.semester(semester)) },
    { head: heads.version, width: 90, wide: true, cell: ({ version }) => say.version(version) },
    { head: heads.enrolled, align: 'right', width: 90, cell: ({ enrolled }) => enrolled },
    { head: heads.met, align: 'right', width: 80, cell: ({ met }) => met },
    { head: heads.nearly, align: 'right', width: 100, cell: ({ nearly }) => nearly },
    { head: heads.applied, align: 'right', width: 80, wide: true, cell: ({ applied }) => applied },
    { head: heads.refused, align: 'right', width: 80, wide: true, cell: ({ refused }) => refused },
  ]
  return (
    <Section title={say.cohorts} lead={say.cohortsLead}>
      <Loaded query={useCohorts(id)}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="quiet">{say.noCohorts}</p>
          ) : (
            <ListTable
              caption={say.cohorts}
              columns={columns}
              rows={data.map((one) => ({ ...one, id: `${one.semester} ${one.version}` }))}
            />
          )
        }
      </Loaded>
    </Section>
  )
}

function DropOffChart({ id }: { id: string }) {
  const say = useWords(staffWords)
  const mayRemind = useMay('awards.write')
  const [isReminding, setReminding] = useState(false)
  return (
    <Section title={say.dropOff} lead={say.dropOffLead}>
      <Loaded query={useDropOff(id)}>
        {(dropOff) => (
          <>
            {dropOff.nearly > 0 && (
              <Group gap={12} mb={12}>
                <strong>{say.nearly(dropOff.nearly)}</strong>
                {mayRemind && <Button onClick={() => setReminding(true)}>{say.remind}</Button>}
              </Group>
            )}
            <Bars dropOff={dropOff} />
          </>
        )}
      </Loaded>
      {isReminding && <ReminderDialog id={id} onClose={() => setReminding(false)} />}
    </Section>
  )
}

/** The picture says in one sentence what the table below it says in full. */
function Bars({ dropOff: { learners, met, requirements } }: { dropOff: DropOff }) {
  const say = useWords(staffWords)
  const { language } = useLanguage()
  const share = (count: number) => (learners === 0 ? 0 : Math.round((count / learners) * 100))
  const heads = say.dropOffColumns
  const columns: Column<DropOff['requirements'][number] & { id: string }>[] = [
    { head: heads.text, cell: ({ text, depth }) => <span style={{ paddingLeft: depth * 14 }}>{text[language]}</span> },
    { head: heads.met, align: 'right', width: 70, cell: (one) => one.met },
    { head: heads.share, align: 'right', width: 80, wide: true, cell: (one) => `${share(one.met)}%` },
    { head: heads.alone, align: 'right', width: 110, cell: ({ alone }) => alone },
  ]
  return (
    <figure className="drop-off">
      <div role="img" aria-label={say.dropOffChart(met, learners)} className="drop-off-bars">
        {requirements.map((one) => (
          <div key={one.path} className="drop-off-row">
            <span className="drop-off-text">{one.text[language]}</span>
            <span className="drop-off-track">
              <span className="drop-off-bar" style={{ width: `${share(one.met)}%` }} />
            </span>
            <span className="drop-off-count">{one.met}</span>
          </div>
        ))}
      </div>
      <figcaption>{say.dropOffChart(met, learners)}</figcaption>
      <ListTable caption={say.dropOff} columns={columns} rows={requirements.map((one) => ({ ...one, id: one.path }))} />
    </figure>
  )
}

/** Award dates of this year and the next, where the rule has them. */
function Annotations({ pathway }: { pathway: Pathway }) {
  const say = useWords(staffWords)
  const [date, setDate] = useState<string | null>(null)
  const dates = ((pathway.rule.award as { batchDates?: string[] } | undefined)?.batchDates ?? []).toSorted()
  const year = new Date().getFullYear()
  const choices = [year - 1, year, year + 1].flatMap((of) => dates.map((day) => `${of}-${day}`))
  const address = (format: string) =>
    `/v1/pathways/${pathway.id}/annotations?format=${format}${date === null ? '' : `&date=${date}`}`
  return (
    <Section title={say.annotations} lead={say.annotationsLead}>
      <Group align="end" gap={10}>
        {choices.length > 0 && (
          <Select label={say.date} placeholder={say.all} data={choices} value={date} clearable onChange={setDate} />
        )}
        <Button
          component="a"
          href={address('xlsx')}
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {say.xlsx}
        </Button>
        <Button component="a" href={address('csv')} variant="subtle">
          {say.csv}
        </Button>
      </Group>
    </Section>
  )
}
