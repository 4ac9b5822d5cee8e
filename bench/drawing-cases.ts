// Measures what is drawn: badges as pictures, certificates as PDF, the preview's longest name, and the editor's weight.

import { badgeSvg, bind, CERTIFICATES, composePrint, draftBadgeDesign, layOut, longest } from '../design/src/index.ts'
import { createRaster } from '../server/src/platform/raster.ts'
import { createTypeset } from '../server/src/platform/typeset.ts'
import { editorWeight } from '../test/editor-weight.ts'
import { digestOf } from './data.ts'
import { atLeast, atMost } from './goals.ts'
import { millisSince, speedOf } from './measure.ts'
import { type CaseResult, notRun, timesOf } from './report.ts'

const BADGES = { quick: 12, thorough: 40 }
const CERTIFICATES_PRINTED = { quick: 200, thorough: 2_000 }
const PRINTED_BEFORE = 20
const ABREAST = 8
const ROWS = 10_000
const EDITOR_KB_MAX = 120

export async function drawingCases(isQuick: boolean): Promise<CaseResult[]> {
  return [await badgeCase(isQuick), await certificateCase(isQuick), longestNameCase(), editorCase()]
}

/** A badge nobody has drawn yet: its design becomes SVG and that a PNG of 600 px. */
async function badgeCase(isQuick: boolean): Promise<CaseResult> {
  const raster = createRaster()
  const draw = async (at: number): Promise<void> => {
    const design = draftBadgeDesign({ title: `데이터 기초 ${at}`, institutionName: '한빛대학교' })
    await raster.png(badgeSvg(design), 600)
  }
  await draw(-1)
  const times: number[] = []
  for (let at = 0; at < (isQuick ? BADGES.quick : BADGES.thorough); at++) {
    const started = performance.now()
    await draw(at)
    times.push(performance.now() - started)
  }
  const speed = speedOf(times)
  return timesOf('badge-png-600', speed, {
    goals: [atMost('first', speed.median, 60, ' ms')],
    note: `${times.length} designs, each drawn for the first time`,
  })
}

/** A batch of certificates with names of their own: laid out here, printed in the thread that the server prints in. */
async function certificateCase(isQuick: boolean): Promise<CaseResult> {
  const typeset = createTypeset()
  const { document } = CERTIFICATES[0]!
  const count = isQuick ? CERTIFICATES_PRINTED.quick : CERTIFICATES_PRINTED.thorough
  const print = async (at: number): Promise<void> => {
    const values = { 'recipient.name': `김하늘 ${at}`, 'recipient.nameEn': `Haneul Kim ${at}` }
    const bound = bind(document, { values })
    const pdf = await typeset.pdf(composePrint(bound.document, layOut(bound), { day: '2026-11-23' }))
    if (pdf.length < 1_000) throw new Error(`certificate ${at} has ${pdf.length} bytes`)
  }
  for (let at = 0; at < PRINTED_BEFORE; at++) await print(-at)
  const speeds: number[] = []
  let [next, grown] = [0, 0]
  const part = count / 5
  const before = process.memoryUsage().rss
  for (let round = 0; round < 5; round++) {
    const started = performance.now()
    const until = next + part
    const lane = async (): Promise<void> => {
      while (next < until) await print(next++)
    }
    await Promise.all(Array.from({ length: ABREAST }, lane))
    speeds.push((part * 1_000) / (performance.now() - started))
    grown = Math.round((process.memoryUsage().rss - before) / 1_048_576)
  }
  const speed = speedOf(speeds)
  return {
    ...timesOf('certificate-pdf', speed, {
      unit: '1/s',
      goals: [atLeast('', speed.median, 100, '/s')],
      note: `a batch of ${count.toLocaleString('en-US')} in parts of ${part}; memory ${grown >= 0 ? '+' : ''}${grown} MiB`,
    }),
  }
}

function longestNameCase(): CaseResult {
  const names = Array.from({ length: ROWS }, (_, at) => `${digestOf(`name ${at}`).slice(0, 4 + (at % 20))} 김하늘`)
  const times = Array.from({ length: 9 }, () => {
    const started = process.threadCpuUsage()
    longest(names)
    return millisSince(started)
  })
  const speed = speedOf(times)
  return timesOf('longest-name', speed, {
    goals: [atMost('', speed.median, 50, ' ms')],
    note: `of ${ROWS.toLocaleString('en-US')} rows`,
  })
}

function editorCase(): CaseResult {
  const weight = editorWeight()
  if (!weight) return notRun('editor-bundle', 'kB', 'the console is not built')
  const kilobytes = weight.gzippedBytes / 1_000
  return timesOf(
    'editor-bundle',
    { median: kilobytes, min: kilobytes, max: kilobytes },
    {
      unit: 'kB',
      goals: [atMost('gzipped', kilobytes, EDITOR_KB_MAX, ' kB')],
      note: `${weight.files.length} files over what every page of the console loads`,
    },
  )
}
