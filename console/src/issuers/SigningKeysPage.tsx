// The keys this institution signs with, and what to do when one has to go.
import type { SigningKey } from '@kolleges/api'
import { Button, TextInput, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../access/session.ts'
import { common } from '../language/common.ts'
import { dayInSeoul, startOfDayInSeoul } from '../language/format.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Confirm } from '../ui/Confirm.tsx'
import { CopyText } from '../ui/CopyText.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { signingKeysQuery, useCompromiseKey, useRotateKey } from './queries.ts'
import { words } from './words.ts'

const TONES = { active: 'ok', retired: 'neutral', compromised: 'bad' } as const

export function SigningKeysPage() {
  const say = useWords(words)
  const keys = useQuery(signingKeysQuery)
  return (
    <Page title={say.keys} lead={say.keysLead} actions={<Rotate />}>
      <Loaded query={keys}>
        {({ data }) => (
          <>
            {data.map((key) => (
              <KeyCard key={key.id} signingKey={key} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Rotate() {
  const say = useWords(words)
  const { noRight } = useWords(common)
  const mayRotate = useMay('signing-keys.write')
  const [isAsking, setAsking] = useState(false)
  const rotate = useRotateKey()
  const confirm = () =>
    rotate.mutate(undefined, {
      onSuccess: () => {
        setAsking(false)
        toastDone(say.rotated)
      },
    })
  return (
    <>
      <Tooltip label={noRight} disabled={mayRotate}>
        <Button
          variant="default"
          data-disabled={!mayRotate || undefined}
          aria-disabled={!mayRotate}
          onClick={() => mayRotate && setAsking(true)}
        >
          {say.rotate}
        </Button>
      </Tooltip>
      <Confirm
        opened={isAsking}
        title={say.rotateTitle}
        text={say.rotateText}
        action={say.rotate}
        busy={rotate.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

function KeyCard({ signingKey: key }: { signingKey: SigningKey }) {
  const say = useWords(words)
  const format = useFormat()
  const mayReport = useMay('signing-keys.write')
  return (
    <Section>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 12, flexWrap: 'wrap', marginBottom: 12 }}>
        <div>
          <Chip tone={TONES[key.state]}>{say.keyStates[key.state]}</Chip>{' '}
          <span className="quiet" style={{ fontSize: 14 }}>
            {say.keyMeans[key.state]}
          </span>
        </div>
        {mayReport && key.state !== 'compromised' && <Report signingKey={key} />}
      </div>
      <dl className="facts">
        <dt>{say.publicKey}</dt>
        <dd>
          <CopyText text={key.publicKeyMultibase} />
        </dd>
        <dt>{say.since}</dt>
        <dd>{format.date(key.activeSince, 'moment')}</dd>
        {key.state !== 'active' && (
          <>
            <dt>{say.stateSince}</dt>
            <dd>{format.date(key.stateSince, 'moment')}</dd>
          </>
        )}
      </dl>
    </Section>
  )
}

function Report({ signingKey }: { signingKey: SigningKey }) {
  const say = useWords(words)
  const [isAsking, setAsking] = useState(false)
  const [day, setDay] = useState(() => dayInSeoul(Date.now()))
  const compromise = useCompromiseKey()
  const confirm = () =>
    compromise.mutate(
      { id: signingKey.id, compromisedSince: startOfDayInSeoul(day) },
      {
        onSuccess: () => {
          setAsking(false)
          toastDone(say.compromised)
        },
      },
    )
  return (
    <>
      <Button variant="subtle" color="red.7" size="xs" onClick={() => setAsking(true)}>
        {say.compromise}
      </Button>
      <Confirm
        opened={isAsking}
        danger
        title={say.compromiseTitle}
        text={say.compromiseText}
        action={say.compromise}
        busy={compromise.isPending}
        disabled={day === ''}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <TextInput
          type="date"
          label={say.compromisedSince}
          value={day}
          max={dayInSeoul(Date.now())}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </Confirm>
    </>
  )
}
