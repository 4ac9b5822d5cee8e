// The editor of one micro-degree: where it leads, who takes part, what it takes.
import type { Pathway } from '@kolleges/api'
import { Alert, Button, Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useMay } from '../access/session.ts'
import { achievementsQuery } from '../achievements/queries.ts'
import { explain, problemOf } from '../api.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { Confirm } from '../ui/Confirm.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { CohortPanels } from './CohortPanels.tsx'
import { PathwayState } from './PathwayState.tsx'
import { type PathwayForm, usePublishPathway, useSavePathway } from './queries.ts'
import { RuleBlocks } from './RuleBlocks.tsx'
import { RuleMap } from './RuleMap.tsx'
import { RuleWords } from './RuleWords.tsx'
import { readRule } from './read-rule.ts'
import { asList, type Block } from './rule-tree.ts'
import { SimulationPanel } from './SimulationPanel.tsx'
import { StandingTables } from './StandingTables.tsx'
import { words } from './words.ts'

const EMPTY: PathwayForm = {
  achievement: '',
  title: { ko: '', en: '' },
  enrolment: 'automatic',
  rule: { all: [{ badge: '' }], award: { mode: 'auto' } },
}

const formOf = ({ achievement, title, enrolment, rule }: Pathway): PathwayForm => ({
  achievement: achievement.id,
  title,
  enrolment,
  rule: asList(rule),
})

export function PathwayEditor({ pathway }: { pathway?: Pathway }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const [form, setForm] = useState(() => (pathway ? formOf(pathway) : EMPTY))
  const badges = useBadges()
  const disabled = !useMay('pathways.write')
  const titles = Object.fromEntries(badges.map(({ value, label }) => [value, label]))
  const reading = readRule(form.rule, form.achievement, language, titles)
  const change = (changed: Partial<PathwayForm>) => setForm((before) => ({ ...before, ...changed }))
  return (
    <Page
      wide
      title={pathway?.title[language] ?? say.newTitle}
      back={{ to: '/pathways', label: say.pathways }}
      mark={pathway && <PathwayState pathway={pathway} />}
    >
      <Section>
        <Basics form={form} badges={badges} isNew={!pathway} disabled={disabled} change={change} />
      </Section>
      <RuleMap reading={reading} titles={titles} goal={form.title[language] || (titles[form.achievement] ?? '')} />
      <Section title={say.rule} lead={say.ruleLead}>
        <RuleBlocks
          rule={form.rule}
          badges={badges}
          sentences={new Map(reading.lines.map(({ path, text }) => [path, text]))}
          disabled={disabled}
          onChange={(rule) => change({ rule })}
        />
      </Section>
      <RuleWords reading={reading} />
      {pathway && <SimulationPanel id={pathway.id} rule={form.rule} disabled={reading.lines.length === 0} />}
      {pathway?.version && <CohortPanels pathway={pathway} />}
      {pathway?.version && <StandingTables id={pathway.id} names={reading.rule?.names ?? {}} />}
      {!disabled && <Actions form={form} pathway={pathway} isReadable={reading.lines.length > 0} />}
    </Page>
  )
}

function useBadges() {
  const list = useInfiniteQuery(achievementsQuery('published'))
  return (list.data?.pages ?? []).flatMap((page) => page.data.map(({ id, name }) => ({ value: id, label: name })))
}

interface BasicsProps {
  form: PathwayForm
  badges: { value: string; label: string }[]
  isNew: boolean
  disabled: boolean
  change: (changed: Partial<PathwayForm>) => void
}

function Basics({ form, badges, isNew, disabled, change }: BasicsProps) {
  const say = useWords(words)
  const award = (form.rule.award ?? {}) as { mode?: 'auto' | 'review' | 'batch'; batchDates?: string[] }
  const changeAward = (changed: object): void =>
    change({ rule: { ...form.rule, award: { ...award, ...changed } } as Block })
  const options = (of: Record<string, string>) => Object.entries(of).map(([value, label]) => ({ value, label }))
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <Select
        label={say.goal}
        description={say.goalMore}
        inputWrapperOrder={['label', 'input', 'description']}
        data={badges}
        value={form.achievement || null}
        searchable
        disabled={disabled || !isNew}
        onChange={(id) => {
          const name = badges.find(({ value }) => value === id)?.label ?? ''
          const { ko, en } = form.title
          change({ achievement: id ?? '', title: { ko: ko || name, en: en || name } })
        }}
      />
      <Select
        label={say.enrolment}
        data={options(say.enrolments)}
        value={form.enrolment ?? 'automatic'}
        disabled={disabled}
        onChange={(enrolment) => change({ enrolment: enrolment as 'automatic' | 'open' | 'application' })}
      />
      {(['ko', 'en'] as const).map((of) => (
        <TextInput
          key={of}
          label={of === 'ko' ? say.titleKo : say.titleEn}
          value={form.title[of]}
          disabled={disabled}
          onChange={(event) => change({ title: { ...form.title, [of]: event.currentTarget.value } })}
        />
      ))}
      <Select
        label={say.mode}
        data={options(say.modes)}
        value={award.mode ?? 'auto'}
        disabled={disabled}
        onChange={(mode) => changeAward({ mode })}
      />
      {award.mode === 'batch' && (
        <TextInput
          label={say.dates}
          placeholder="03-02, 09-01"
          defaultValue={(award.batchDates ?? []).join(', ')}
          disabled={disabled}
          onChange={(event) =>
            changeAward({
              batchDates: event.currentTarget.value
                .split(',')
                .map((date) => date.trim())
                .filter(Boolean),
            })
          }
        />
      )}
      <ReuseBox rule={form.rule} disabled={disabled} onChange={(rule) => change({ rule })} />
    </SimpleGrid>
  )
}

function ReuseBox({ rule, ...rest }: { rule: Block; disabled: boolean; onChange: (rule: Block) => void }) {
  const say = useWords(words)
  const { reuse, ...without } = rule
  return (
    <Checkbox
      label={say.reuse}
      checked={reuse === true}
      disabled={rest.disabled}
      onChange={(event) => rest.onChange(event.currentTarget.checked ? { ...rule, reuse: true } : without)}
      style={{ alignSelf: 'end' }}
    />
  )
}

interface ActionsProps {
  form: PathwayForm
  pathway: Pathway | undefined
  isReadable: boolean
}

function Actions({ form, pathway, isReadable }: ActionsProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const go = useNavigate()
  const save = useSavePathway()
  const publish = usePublishPathway()
  const [isAsking, setAsking] = useState(false)
  const keep = async (): Promise<Pathway | null> => {
    const saved = await save.mutateAsync({ form, ...(pathway && { known: pathway }) }).catch(() => null)
    if (saved && !pathway) await go(`/pathways/${saved.id}`, { replace: true })
    return saved
  }
  const confirm = async (): Promise<void> => {
    const saved = await keep()
    const published = saved && (await publish.mutateAsync(saved.id).catch(() => null))
    setAsking(false)
    if (published) toastDone(say.publishedNow)
  }
  return (
    <>
      {publish.error && (
        <Alert color="red" my="md" role="alert" title={explain(publish.error, language)}>
          <ul>
            {problemOf(publish.error)?.errors?.map(({ pointer, detail }) => (
              <li key={pointer}>{detail}</li>
            ))}
          </ul>
        </Alert>
      )}
      <div className="action-bar">
        {pathway?.url && (
          <Button
            component="a"
            href={pathway.url}
            target="_blank"
            variant="subtle"
            rightSection={<IconExternalLink size={16} aria-hidden />}
          >
            {say.publicPage}
          </Button>
        )}
        <span style={{ flex: 1 }} />
        <Button
          variant="default"
          loading={save.isPending}
          disabled={!isReadable || !form.achievement}
          onClick={() => void keep().then((saved) => saved && toastDone(say.saved))}
        >
          {say.save}
        </Button>
        <Button disabled={!isReadable || !form.achievement} onClick={() => setAsking(true)}>
          {say.publish}
        </Button>
      </div>
      <Confirm
        opened={isAsking}
        title={say.publishTitle}
        text={say.publishText}
        action={say.publish}
        busy={save.isPending || publish.isPending}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
