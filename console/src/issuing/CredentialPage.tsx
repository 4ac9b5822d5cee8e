// One credential: whose it is, in what state, where it can be seen, and how to take it back.
import './issuing.css'
import type { Credential } from '@kolleges/api'
import { Anchor, Button, Group } from '@mantine/core'
import { IconExternalLink, IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { useMay, useSession } from '../access/session.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { CopyLink, CopyText } from '../ui/CopyText.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { credentialQuery, useResend } from './queries.ts'
import { ReplaceDialog } from './ReplaceDialog.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'
import { CredentialChip, useDelivery } from './StateChips.tsx'
import { Reinstate, SuspendDialog } from './SuspendDialog.tsx'
import { words } from './words.ts'

export function CredentialPage() {
  const say = useWords(words)
  const { id = '' } = useParams()
  const credential = useQuery(credentialQuery(id))
  const { data } = credential
  return (
    <Page
      title={data?.recipient.name ?? say.credential}
      lead={data && <Link to={`/achievements/${data.achievement.id}`}>{data.achievement.name}</Link>}
      back={{ to: '/credentials', label: say.credentials }}
      mark={data && <CredentialChip state={data.state} />}
      actions={data && <Actions credential={data} />}
    >
      <Loaded query={credential}>{(loaded) => <Details credential={loaded} />}</Loaded>
    </Page>
  )
}

function Actions({ credential }: { credential: Credential }) {
  const say = useWords(words)
  const mayWrite = useMay('awards.write')
  const { state } = credential
  const isIssued = state === 'issued'
  if (state === 'pending' || state === 'failed') return null
  return (
    <>
      {mayWrite && state !== 'revoked' && <RevokeDialog credential={credential} />}
      {mayWrite && isIssued && <SuspendDialog credential={credential} />}
      {mayWrite && state === 'suspended' && <Reinstate credential={credential} />}
      {mayWrite && isIssued && <ReplaceDialog credential={credential} />}
      {mayWrite && isIssued && <Resend id={credential.id} />}
      <CopyLink text={credential.url} label={say.copyLink} />
      <Button
        component="a"
        href={credential.url}
        target="_blank"
        rightSection={<IconExternalLink size={16} aria-hidden />}
      >
        {say.publicPage}
      </Button>
    </>
  )
}

function Resend({ id }: { id: string }) {
  const say = useWords(words)
  const { sendsMail } = useSession()
  const resend = useResend(id)
  return (
    <Button
      variant="default"
      loading={resend.isPending}
      leftSection={<IconMail size={16} aria-hidden />}
      onClick={() =>
        resend.mutate(undefined, { onSuccess: () => toastDone(sendsMail ? say.resent : say.resentNoMail) })
      }
    >
      {say.resend}
    </Button>
  )
}

function Details({ credential }: { credential: Credential }) {
  return (
    <div className="two-columns">
      <div>
        <img
          src={credential.achievement.imageUrl}
          alt={credential.achievement.name}
          width={224}
          height={224}
          className="credential-image"
        />
      </div>
      <div>
        <Section>
          <Facts credential={credential} />
        </Section>
        {credential.state !== 'pending' && credential.state !== 'failed' && <Files credential={credential} />}
      </div>
    </div>
  )
}

function Facts({ credential }: { credential: Credential }) {
  const say = useWords(words)
  const format = useFormat()
  const sayDelivery = useDelivery()
  const { recipient, delivery, revocation, suspension } = credential
  const moment = (at: string) => format.date(at, 'moment')
  const facts: [string, ReactNode][] = [
    [say.recipient, `${recipient.name}${recipient.nameEn ? ` (${recipient.nameEn})` : ''} · ${recipient.email}`],
    [say.number, <CopyText key="number" text={credential.number} />],
    ...(credential.serial ? [[say.serial, credential.serial] as [string, ReactNode]] : []),
    ...Object.entries(credential.custom).map(([name, value]) => [name, value] as [string, ReactNode]),
    ...(credential.edition > 1 ? [[say.edition, say.editionOf(credential.edition)] as [string, ReactNode]] : []),
    ...(credential.result ? [[say.result, credential.result] as [string, ReactNode]] : []),
    [say.validFrom, format.date(credential.validFrom, 'longDate')],
    [say.validUntil, credential.validUntil ? say.ends(format.date(credential.validUntil, 'longDate')) : say.endless],
    ...(credential.issuedAt ? [[say.issuedAt, moment(credential.issuedAt)] as [string, ReactNode]] : []),
    [say.delivery, `${sayDelivery(delivery.state)}${delivery.at ? `, ${moment(delivery.at)}` : ''}`],
    [say.claim, credential.claimedAt ? say.claimedAt(moment(credential.claimedAt)) : say.notClaimed],
    [say.visibility, say.visibilities[credential.visibility]],
    [say.statusList, `${credential.statusList.url}#${credential.statusList.index}`],
    ...(credential.failure ? [[say.failure, credential.failure] as [string, ReactNode]] : []),
    ...(suspension
      ? ([
          [say.suspension, say.suspendedBy(suspension.by, moment(suspension.at))],
          [say.reason, suspension.reason],
          ...(suspension.until ? [[say.suspendUntil, moment(suspension.until)]] : []),
        ] as [string, ReactNode][])
      : []),
    ...(revocation
      ? ([
          [say.revocation, say.revokedBy(revocation.by, moment(revocation.at))],
          [say.reason, revocation.reason],
        ] as [string, ReactNode][])
      : []),
  ]
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Files({ credential }: { credential: Credential }) {
  const say = useWords(words)
  const kinds = ['png', 'svg', 'json'] as const
  return (
    <Section title={say.files}>
      <Group gap="lg">
        {credential.certificateUrl && (
          <Anchor size="sm" fw={600} href={credential.certificateUrl} target="_blank">
            {say.certificatePdf}
          </Anchor>
        )}
        {kinds.map((kind) => (
          <Anchor key={kind} size="sm" href={`${credential.url}.${kind}`} target="_blank">
            {say[kind]}
          </Anchor>
        ))}
      </Group>
    </Section>
  )
}
