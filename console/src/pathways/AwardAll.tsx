// Awards everybody who waits for review, after asking once more; it can be halted on the way.
import { Alert, Button, Checkbox, Group, Modal, Progress, Stack } from '@mantine/core'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useMay } from '../access/session.ts'
import { common } from '../language/common.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { degreesQuery, useAwaiting, useDecideDegree } from './queries.ts'
import { staffWords } from './staff-words.ts'

export function AwardAll({ id }: { id: string }) {
  const say = useWords(staffWords).awardAll
  const close = useWords(common).close
  const [isOpen, setOpen] = useState(false)
  const waiting = useInfiniteQuery(degreesQuery(id, 'review'))
  const may = useMay('awards.write')
  if (!may || !(isOpen || waiting.data?.pages[0]?.data.length)) return null
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {say.open}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={say.title}
        closeButtonProps={{ 'aria-label': close }}
      >
        <Steps id={id} onClose={() => setOpen(false)} />
      </Modal>
    </>
  )
}

interface Run {
  readonly of: number
  readonly awarded: number
  /** Names of those whose requirements are no longer met, or whom somebody decided about meanwhile. */
  readonly left: readonly string[]
  readonly isOver: boolean
}

function Steps({ id, onClose }: { id: string; onClose: () => void }) {
  const say = useWords(staffWords).awardAll
  const cancel = useWords(common).cancel
  const [isRead, setRead] = useState(false)
  const { run, start, halt } = useRun(id)
  // What was read when the dialog opened is what is awarded: who comes to wait meanwhile was not in front of anybody.
  const awaiting = useAwaiting(id, run === null)
  if (run) return <Running run={run} onHalt={halt} onClose={onClose} />
  return (
    <Loaded query={awaiting}>
      {(degrees) =>
        degrees.length === 0 ? (
          <p className="quiet">{say.nobody}</p>
        ) : (
          <Stack>
            <p>{say.lead(degrees.length)}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is read with the arrow keys */}
            <ul className="award-all-names" tabIndex={0} aria-label={say.title}>
              {degrees.map(({ learner }) => (
                <li key={learner.id}>{learner.name}</li>
              ))}
            </ul>
            <Checkbox
              label={say.isRead(degrees.length)}
              checked={isRead}
              onChange={(event) => setRead(event.currentTarget.checked)}
            />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {cancel}
              </Button>
              <Button disabled={!isRead} onClick={() => void start(degrees.map(({ learner }) => learner))}>
                {say.award(degrees.length)}
              </Button>
            </Group>
          </Stack>
        )
      }
    </Loaded>
  )
}

function useRun(id: string) {
  const [run, setRun] = useState<Run | null>(null)
  const isHalted = useRef(false)
  const decide = useDecideDegree(id, { isQuiet: true })
  const client = useQueryClient()
  // Whoever closes the dialog has seen enough: what is not awarded yet waits as before.
  useEffect(() => {
    isHalted.current = false
    return () => {
      isHalted.current = true
    }
  }, [])
  const start = async (learners: readonly { id: string; name: string }[]): Promise<void> => {
    let now: Run = { of: learners.length, awarded: 0, left: [], isOver: false }
    setRun(now)
    for (const learner of learners) {
      if (isHalted.current) break
      const isAwarded = await decide.mutateAsync({ learner: learner.id, decision: 'award' }).then(
        () => true,
        () => false,
      )
      now = isAwarded ? { ...now, awarded: now.awarded + 1 } : { ...now, left: [...now.left, learner.name] }
      setRun(now)
    }
    setRun({ ...now, isOver: true })
    await client.invalidateQueries({ queryKey: ['pathways'] })
  }
  const halt = (): void => {
    isHalted.current = true
  }
  return { run, start, halt }
}

function Running({ run, onHalt, onClose }: { run: Run; onHalt: () => void; onClose: () => void }) {
  const say = useWords(staffWords).awardAll
  const close = useWords(common).close
  const { of, awarded, left, isOver } = run
  const done = awarded + left.length
  return (
    <Stack>
      <Progress value={(done / of) * 100} aria-label={say.title} />
      <p role="status">{isOver ? say.over(awarded, of) : say.running(done, of)}</p>
      {left.length > 0 && (
        <Alert color="yellow" title={say.left(left.length)}>
          {left.join(', ')}
        </Alert>
      )}
      <Button style={{ alignSelf: 'flex-end' }} variant="default" onClick={isOver ? onClose : onHalt}>
        {isOver ? close : say.halt}
      </Button>
    </Stack>
  )
}
