import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DesignDocument, findCertificate } from '@kolleges/design'
import { type Change, createSaver, RETRY_AFTER_MS, SAVE_AFTER_MS, type SavingState, type Sent } from './saver.ts'

const first = findCertificate('isu-classic')!.document
const titled = (title: string): DesignDocument => ({ ...first, title })

/** A server that answers as it is told, a clock that goes when it is told. */
function place(answers: readonly Sent['outcome'][]) {
  const sent: (Change & { revision: number })[] = []
  const told: SavingState[] = []
  const timers: { ms: number; run: () => void }[] = []
  let kept: DesignDocument | null = null
  let revision = 1
  const saver = createSaver(
    {
      send: async (change) => {
        sent.push(change)
        const outcome = answers[sent.length - 1] ?? 'saved'
        if (outcome !== 'saved') return { outcome }
        revision += 1
        return { outcome, revision }
      },
      keep: (document) => {
        kept = document
      },
      forget: () => {
        kept = null
      },
      later: (ms, run) => {
        const timer = { ms, run }
        timers.push(timer)
        return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
      },
      tell: (state) => void told.push(state),
    },
    1,
  )
  const tick = async () => {
    for (const timer of timers.splice(0)) timer.run()
    for (let i = 0; i < 10; i++) await Promise.resolve()
  }
  return { saver, sent, told, timers, tick, kept: () => kept }
}

test('changes in quick succession are sent once, within a second, on the revision known', async () => {
  const { saver, sent, told, timers, tick, kept } = place([])
  for (const title of ['a', 'b', 'c']) saver.changed({ document: titled(title) })
  assert.equal(timers.length, 1)
  assert.ok(timers[0]!.ms < 1_000 && timers[0]!.ms === SAVE_AFTER_MS)
  assert.equal(kept()?.title, 'c')
  await tick()
  assert.deepEqual(
    sent.map(({ document, revision }) => [document?.title, revision]),
    [['c', 1]],
  )
  assert.equal(told.at(-1), 'saved')
  assert.equal(kept(), null)
  assert.equal(saver.revision(), 2)
})

test('what could not be sent is kept, told, and sent again with what came after it', async () => {
  const { saver, sent, told, timers, tick, kept } = place(['failed'])
  saver.changed({ document: titled('a') })
  saver.changed({ name: '이름' })
  await tick()
  assert.equal(told.at(-1), 'kept')
  assert.equal(timers[0]?.ms, RETRY_AFTER_MS)
  assert.equal(kept()?.title, 'a')
  saver.changed({ document: titled('b') })
  await tick()
  assert.deepEqual([sent[1]?.document?.title, sent[1]?.name], ['b', '이름'])
  assert.equal(told.at(-1), 'saved')
})

test('a conflict stops saving until somebody chooses, and loses nothing', async () => {
  const mine = place(['conflict'])
  mine.saver.changed({ document: titled('mine') })
  await mine.tick()
  assert.equal(mine.told.at(-1), 'conflict')
  mine.saver.changed({ document: titled('mine 2') })
  await mine.tick()
  assert.equal(mine.sent.length, 1)
  assert.equal(mine.kept()?.title, 'mine 2')
  mine.saver.goOn(7, true)
  await mine.tick()
  assert.deepEqual([mine.sent[1]?.document?.title, mine.sent[1]?.revision], ['mine 2', 7])

  const theirs = place(['conflict'])
  theirs.saver.changed({ document: titled('mine') })
  await theirs.tick()
  theirs.saver.goOn(9, false)
  await theirs.tick()
  assert.equal(theirs.sent.length, 1)
  assert.equal(theirs.kept(), null)
})

test('flushing answers whether the server has everything', async () => {
  const { saver } = place(['saved', 'failed'])
  assert.equal(await saver.flush(), true)
  saver.changed({ document: titled('a') })
  assert.equal(await saver.flush(), true)
  saver.changed({ document: titled('b') })
  assert.equal(await saver.flush(), false)
})
