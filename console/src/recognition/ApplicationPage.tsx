// One application: each badge beside the course it may count as, and the decision about it.
import type { Recognition, RecognitionItem } from '@kolleges/api'
import { Anchor, Button, Group, NumberInput, SegmentedControl, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useMay } from '../access/session.ts'
import { explain, problemOf } from '../api.ts'
import { useFormat, useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Confirm } from '../ui/Confirm.tsx'
import { faultsByField } from '../ui/field-faults.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { toastDone, toastFault } from '../ui/toasts.tsx'
import { beginDecision, type Draft, linesOf, totalOf } from './decision.ts'
import { applicationQuery, useDecide } from './queries.ts'
import { words } from './words.ts'

export function ApplicationPage() {
  const { id = '' } = useParams()
  return <Loaded query={useQuery(applicationQuery(id))}>{(one) => <Application key={one.state} one={one} />}</Loaded>
}

function Application({ one }: { one: Recognition }) {
  const say = useWords(words)
  const format = useFormat()
  const { language } = useLanguage()
  const mayDecide = useMay('awards.write') && one.state === 'submitted'
  const { learner, decidedBy, decidedAt } = one
  return (
    <Page
      title={learner.name}
      mark={<Chip tone={one.state === 'submitted' ? 'warn' : 'neutral'}>{say.states[one.state]}</Chip>}
      lead={[one.programme.title[language], learner.email, learner.number].filter(Boolean).join(' · ')}
      back={{ to: '/recognition', label: say.back }}
      wide
      actions={
        <Button component="a" variant="default" href={`/v1/recognitions/${one.id}/package`} download>
          {say.package}
        </Button>
      }
    >
      <p className="quiet">
        {say.submittedOn(format.date(one.submittedAt))}
        {one.state === 'decided' &&
          decidedAt &&
          ` · ${say.decidedBy(decidedBy === 'system' ? say.system : (decidedBy ?? ''), format.date(decidedAt))}`}
      </p>
      <Extras one={one} />
      {mayDecide ? <Deciding one={one} /> : <Decided one={one} />}
    </Page>
  )
}

function Extras({ one }: { one: Recognition }) {
  const say = useWords(words)
  return (
    <>
      {one.note && (
        <Section title={say.note}>
          <p style={{ whiteSpace: 'pre-line' }}>{one.note}</p>
        </Section>
      )}
      {one.evidence.length > 0 && (
        <Section title={say.evidence}>
          <ul>
            {one.evidence.map(({ name, url }) => (
              <li key={url}>
                <Anchor href={url} target="_blank" rel="noopener noreferrer">
                  {name}
                </Anchor>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {one.credential && (
        <Section title={say.credential}>
          <Link to={`/credentials/${one.credential}`}>{one.credential}</Link>
        </Section>
      )}
    </>
  )
}

function Deciding({ one }: { one: Recognition }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const decide = useDecide(one.id)
  const [drafts, setDrafts] = useState<Draft[]>(() => one.items.map(beginDecision))
  const [comment, setComment] = useState('')
  const [isAsking, setAsking] = useState(false)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const change = (at: number, part: Partial<Draft>) =>
    setDrafts((now) => now.map((draft, i) => (i === at ? { ...draft, ...part } : draft)))
  const send = () => {
    setAsking(false)
    decide.mutate(
      { items: linesOf(drafts), ...(comment.trim() && { comment }) },
      {
        onSuccess: () => toastDone(say.decided),
        onError: (error) => {
          setFaults(faultsByField(problemOf(error)?.errors))
          toastFault(explain(error, language))
        },
      },
    )
  }
  return (
    <>
      {one.items.map((item, at) => (
        <Pair key={item.index} item={item}>
          <DecisionFields item={item} draft={drafts[at]!} faults={faults} at={at} change={(part) => change(at, part)} />
        </Pair>
      ))}
      {faults.items && (
        <p role="alert" className="field-fault">
          {faults.items}
        </p>
      )}
      <Textarea
        label={say.comment}
        autosize
        minRows={2}
        maxLength={5000}
        mt="md"
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <Group mt="md" justify="space-between">
        <strong role="status">{say.total(totalOf(drafts))}</strong>
        <Button loading={decide.isPending} onClick={() => setAsking(true)}>
          {say.decide}
        </Button>
      </Group>
      <Confirm
        opened={isAsking}
        title={say.decideTitle}
        text={say.decideText}
        action={say.decide}
        onConfirm={send}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

function Decided({ one }: { one: Recognition }) {
  const say = useWords(words)
  return (
    <>
      {one.items.map((item) => (
        <Pair key={item.index} item={item}>
          {item.outcome && (
            <p>
              <Chip tone={item.outcome === 'accepted' ? 'ok' : item.outcome === 'partly' ? 'warn' : 'neutral'}>
                {say.outcomes[item.outcome]}
              </Chip>{' '}
              {item.course && `${item.course.code} ${item.course.name} · ${item.credits}`}
              {item.reason && <span className="quiet"> · {item.reason}</span>}
            </p>
          )}
        </Pair>
      ))}
      {one.comment && (
        <Section title={say.comment}>
          <p style={{ whiteSpace: 'pre-line' }}>{one.comment}</p>
        </Section>
      )}
    </>
  )
}

/** The badge on the left, what it counts as on the right; one below the other where the screen is narrow. */
function Pair({ item, children }: { item: RecognitionItem; children: ReactNode }) {
  const say = useWords(words)
  const { articulation } = item
  return (
    <section className="card-row" aria-label={item.name}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <div>
          <p className="quiet">{say.sideBadge}</p>
          <h3 style={{ margin: 0 }}>{item.name}</h3>
          <p className="quiet">{item.issuer}</p>
          <p>
            {say.verdictNow}:{' '}
            <Chip tone={item.verdict === 'valid' ? 'ok' : 'warn'}>{say.verdicts[item.verdict] ?? item.verdict}</Chip>{' '}
            {!item.isTheirs && <Chip tone="warn">{say.notTheirs}</Chip>}
          </p>
          {item.url && (
            <Anchor href={item.url} target="_blank" rel="noopener noreferrer">
              {say.look}
            </Anchor>
          )}
        </div>
        <div>
          <p className="quiet">{say.sideCourse}</p>
          <p>
            {articulation
              ? say.gives(
                  `${articulation.course.code} ${articulation.course.name}`,
                  articulation.credits,
                  say.decisions[articulation.decision],
                )
              : say.noRow}
          </p>
          {children}
        </div>
      </SimpleGrid>
    </section>
  )
}

interface DecisionFieldsProps {
  item: RecognitionItem
  draft: Draft
  at: number
  faults: Record<string, string>
  change: (part: Partial<Draft>) => void
}

function DecisionFields({ item, draft, at, faults, change }: DecisionFieldsProps) {
  const say = useWords(words)
  const faultOf = (field: string) => faults[`items.${at}.${field}`]
  const isGiven = draft.outcome !== 'refused'
  return (
    <>
      <SegmentedControl
        aria-label={`${say.outcome}: ${item.name}`}
        size="sm"
        value={draft.outcome}
        data={(['accepted', 'partly', 'refused'] as const).map((value) => ({ value, label: say.outcomes[value] }))}
        onChange={(outcome) => change({ outcome: outcome as Draft['outcome'] })}
      />
      {faultOf('outcome') && (
        <p role="alert" className="field-fault">
          {faultOf('outcome')}
        </p>
      )}
      {isGiven && (
        <SimpleGrid cols={{ base: 1, sm: 3 }} mt={8}>
          <TextInput
            label={say.courseCode}
            error={faultOf('course')}
            maxLength={30}
            value={draft.code}
            onChange={(event) => change({ code: event.currentTarget.value })}
          />
          <TextInput
            label={say.courseName}
            maxLength={120}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <NumberInput
            label={say.credits}
            error={faultOf('credits')}
            min={0}
            max={200}
            step={0.5}
            value={draft.credits}
            onChange={(value) => change({ credits: Number(value) || 0 })}
          />
        </SimpleGrid>
      )}
      {draft.outcome !== 'accepted' && (
        <TextInput
          mt={8}
          label={say.reason}
          withAsterisk
          error={faultOf('reason')}
          maxLength={1000}
          value={draft.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
      )}
    </>
  )
}
