// Makes a programme's badges as one set: choose the brand, list the courses, look, change each, create all the drafts.
import './brand.css'
import type { BrandKit } from '@kolleges/api'
import { Alert, Button, Checkbox, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { institutionQuery } from '../issuers/queries.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { FamilyBadges } from './FamilyBadges.tsx'
import { COURSES_MAX, familyOf, type Override, readCourses } from './family.ts'
import { brandKitsQuery } from './queries.ts'
import { useMakeFamily } from './use-make-family.ts'
import { words } from './words.ts'

export function FamilyPage() {
  const say = useWords(words)
  const kits = useQuery(brandKitsQuery)
  return (
    <Page wide title={say.familyTitle} lead={say.familyLead} back={{ to: '/brand', label: say.title }}>
      <Loaded query={kits}>{(loaded) => <FamilyEditor kits={loaded} />}</Loaded>
    </Page>
  )
}

function FamilyEditor({ kits }: { kits: BrandKit[] }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const wanted = useWanted(kits)
  const { members, programme, setOverride } = wanted
  const { make, progress } = useMakeFamily()
  const isTooMany = wanted.courses.length > COURSES_MAX
  const isReady = members.length > 0 && !isTooMany && members.every(({ fits }) => fits)
  const run = async () => {
    if (await make(members, programme)) await navigate('/achievements?state=draft')
  }
  return (
    <>
      <ProgrammeFields kits={kits} {...wanted} />
      {isTooMany && (
        <Alert color="red" my="md" role="alert">
          {say.tooManyCourses(COURSES_MAX)}
        </Alert>
      )}
      <Section title={say.set}>
        <FamilyBadges members={members} levels={wanted.kit.badge.levels} onChange={setOverride} />
      </Section>
      <div className="action-bar">
        <span role="status" className="quiet">
          {progress && say.making(progress.done, progress.all)}
        </span>
        <span style={{ flex: 1 }} />
        <Button loading={progress !== null} disabled={!isReady} onClick={() => void run()}>
          {say.makeSet(members.length)}
        </Button>
      </div>
    </>
  )
}

function useWanted(kits: BrandKit[]) {
  const { pick } = useFormat()
  const [search, setSearch] = useSearchParams()
  const institution = useQuery(institutionQuery).data
  const institutionName = institution ? pick(institution.name) : ''
  const kit = kits.find(({ id }) => id === search.get('kit')) ?? kits[0]!
  const [programme, setProgramme] = useState(kit.isDefault ? '' : kit.name)
  const [text, setText] = useState('')
  const [withWhole, setWithWhole] = useState(true)
  const [overrides, setOverrides] = useState<Record<string, Override>>({})
  const courses = useMemo(() => readCourses(text, Math.max(1, kit.badge.levels)), [text, kit])
  const wanted = useDeferredValue(courses)
  const members = useMemo(
    () => familyOf({ programme, courses: wanted.slice(0, COURSES_MAX), withWhole, kit, institutionName, overrides }),
    [programme, wanted, withWhole, kit, institutionName, overrides],
  )
  const setOverride = (key: string, change: Override) =>
    setOverrides((before) => ({ ...before, [key]: { ...before[key], ...change } }))
  const chooseKit = (id: string) => setSearch({ kit: id }, { replace: true })
  return {
    kit,
    chooseKit,
    programme,
    setProgramme,
    text,
    setText,
    withWhole,
    setWithWhole,
    courses,
    members,
    setOverride,
  }
}

type FieldsProps = Omit<ReturnType<typeof useWanted>, 'members' | 'setOverride'> & { kits: BrandKit[] }

function ProgrammeFields({ kits, kit, chooseKit, ...given }: FieldsProps) {
  const say = useWords(words)
  return (
    <Section title={say.programme}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={say.programmeKit}
          data={kits.map(({ id, name }) => ({ value: id, label: name }))}
          value={kit.id}
          allowDeselect={false}
          onChange={(id) => id && chooseKit(id)}
        />
        <TextInput
          label={say.programmeName}
          description={say.programmeNameHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={60}
          value={given.programme}
          onChange={(event) => given.setProgramme(event.currentTarget.value)}
        />
      </SimpleGrid>
      <Textarea
        mt="md"
        label={say.courses}
        description={say.coursesLead}
        placeholder={say.coursesExample}
        autosize
        minRows={5}
        maxRows={16}
        value={given.text}
        onChange={(event) => given.setText(event.currentTarget.value)}
      />
      <Checkbox
        mt="md"
        label={say.withWhole}
        description={given.courses.length > 1 ? say.wholeName(given.courses.length) : undefined}
        checked={given.withWhole}
        onChange={(event) => given.setWithWhole(event.currentTarget.checked)}
      />
    </Section>
  )
}
