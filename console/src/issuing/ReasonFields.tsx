// Asks for the reason of an act, which the public will read.
import { Radio, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../language/LanguageProvider.tsx'
import { words } from './words.ts'

const REASON_CHARACTERS_MAX = 300
const DETAIL_CHARACTERS_MAX = 200

export interface ReasonChoice {
  reason: string
  detail: string
  /** What is sent; empty until enough is said. */
  full: string
  choose: (reason: string) => void
  explain: (detail: string) => void
  isOther: boolean
}

/** The last of the reasons stands for all others and must be explained. */
export function useReason(reasons: readonly string[]): ReasonChoice {
  const [reason, choose] = useState('')
  const [detail, explain] = useState('')
  const isOther = reason === reasons.at(-1)
  const said = isOther ? detail.trim() : [reason, detail.trim()].filter(Boolean).join(': ')
  const full = reason === '' ? '' : said.slice(0, REASON_CHARACTERS_MAX)
  return { reason, detail, full, choose, explain, isOther }
}

export function ReasonFields({ reasons, choice }: { reasons: readonly string[]; choice: ReasonChoice }) {
  const say = useWords(words)
  return (
    <Stack gap="sm">
      <Radio.Group label={say.reason} withAsterisk value={choice.reason} onChange={choice.choose}>
        <Stack gap={8} mt={6}>
          {reasons.map((one) => (
            <Radio key={one} value={one} label={one} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={say.reasonDetail}
        withAsterisk={choice.isOther}
        description={say.reasonDetailHint}
        autosize
        minRows={2}
        maxLength={DETAIL_CHARACTERS_MAX}
        value={choice.detail}
        onChange={(event) => choice.explain(event.currentTarget.value)}
      />
    </Stack>
  )
}
