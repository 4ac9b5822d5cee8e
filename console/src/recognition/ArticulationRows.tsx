// The articulation table as it is filled in: a badge of ours or another issuer's, and the course it counts as.
import { Button, NumberInput, SegmentedControl, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { achievementsQuery } from '../achievements/queries.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import type { Form } from './programme-form.ts'
import { words } from './words.ts'

export function ArticulationRows({ form }: { form: Form }) {
  const say = useWords(words)
  const add = () =>
    form.insertListItem('articulations', {
      source: { achievement: '', name: '' },
      course: { code: '', name: '' },
      credits: 3,
      decision: 'review',
      validUntil: null,
    })
  return (
    <>
      {form.values.articulations.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own until they are filled in
        <Row key={at} form={form} at={at} isOutside={row.source.issuer !== undefined} />
      ))}
      <Button variant="default" onClick={add}>
        {say.addRow}
      </Button>
    </>
  )
}

function Row({ form, at, isOutside }: { form: Form; at: number; isOutside: boolean }) {
  const say = useWords(words)
  const path = `articulations.${at}`
  const row = form.values.articulations[at]!
  const credits = form.getInputProps(`${path}.credits`)
  const turn = (side: string) =>
    form.setFieldValue(`${path}.source`, { achievement: '', name: '', ...(side === 'outside' && { issuer: '' }) })
  return (
    <fieldset className="card-row" aria-label={row.source.name || `${at + 1}`}>
      <SegmentedControl
        size="xs"
        value={isOutside ? 'outside' : 'own'}
        data={[
          { value: 'own', label: say.own },
          { value: 'outside', label: say.outside },
        ]}
        onChange={turn}
      />
      {form.errors[path] && (
        <p role="alert" className="field-fault">
          {form.errors[path]}
        </p>
      )}
      <SimpleGrid cols={{ base: 1, sm: 3 }} mt={8}>
        {isOutside ? <OutsideSource form={form} path={path} /> : <OwnSource form={form} at={at} />}
        <TextInput label={say.courseCode} maxLength={30} {...form.getInputProps(`${path}.course.code`)} />
        <TextInput label={say.courseName} maxLength={120} {...form.getInputProps(`${path}.course.name`)} />
        <NumberInput
          label={say.credits}
          min={0}
          max={200}
          step={0.5}
          {...credits}
          onChange={(value) => form.setFieldValue(`${path}.credits`, Number(value) || 0)}
        />
        <Select
          label={say.decision}
          allowDeselect={false}
          data={(['review', 'automatic', 'never'] as const).map((value) => ({ value, label: say.decisions[value] }))}
          {...form.getInputProps(`${path}.decision`)}
        />
        <TextInput
          type="date"
          label={say.validUntil}
          {...form.getInputProps(`${path}.validUntil`)}
          value={row.validUntil ?? ''}
          onChange={(event) => form.setFieldValue(`${path}.validUntil`, event.currentTarget.value || null)}
        />
      </SimpleGrid>
      <Button
        mt={8}
        size="compact-sm"
        variant="subtle"
        color="red"
        aria-label={say.removeRow(row.source.name || `${at + 1}`)}
        onClick={() => form.removeListItem('articulations', at)}
      >
        {say.remove}
      </Button>
    </fieldset>
  )
}

function OwnSource({ form, at }: { form: Form; at: number }) {
  const say = useWords(words)
  const badges = useInfiniteQuery(achievementsQuery())
  const options = badges.data?.pages.flatMap(({ data }) =>
    data.filter(({ state }) => state !== 'draft').map(({ id, name }) => ({ value: id, label: name })),
  )
  const path = `articulations.${at}.source`
  return (
    <Select
      label={say.source}
      searchable
      data={options ?? []}
      {...form.getInputProps(`${path}.achievement`)}
      onChange={(achievement, option) =>
        form.setFieldValue(path, { achievement: achievement ?? '', name: option?.label ?? '' })
      }
    />
  )
}

function OutsideSource({ form, path }: { form: Form; path: string }) {
  const say = useWords(words)
  return (
    <>
      <TextInput label={say.sourceName} maxLength={120} {...form.getInputProps(`${path}.source.name`)} />
      <TextInput label={say.issuer} placeholder="did:web:…" {...form.getInputProps(`${path}.source.issuer`)} />
      <TextInput
        label={say.achievementId}
        placeholder="https://…"
        {...form.getInputProps(`${path}.source.achievement`)}
      />
    </>
  )
}
