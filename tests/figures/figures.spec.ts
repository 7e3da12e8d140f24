/** Writes how much each screen asks of its reader, by phase, into docs/figures.md. Run by `npm run figures`; no server is needed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from '../support/browser'
import { patience } from '../support/patience'
import { askedHeight, type Counted, counted, LAPTOP, PHONE, PROJECTOR, theirWords } from '../support/scenes/counted'
import { drawScene, openScenes } from '../support/scenes/draw-scene'
import { fullSeminar } from '../support/scenes/full-seminar'

const DOCUMENT = 'docs/figures.md'
const [BEGIN, END] = ['<!-- screens -->', '<!-- end of screens -->']
const told = fullSeminar()
test.setTimeout(patience(120_000))

const cellOf = ({ words, controls, height }: Counted): string => `${words} · ${controls} · ${height}`

/** As wide as the formatter of the documents wants its columns. */
function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows
  const widths = head.map((_, column) => Math.max(3, ...rows.map((cells) => cells[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n')
}

test('the figures of the screens', async ({ page }) => {
  await openScenes(page, told)
  const theirs = theirWords(told)
  const rows = [['phase', 'desk', 'projector', 'debrief page', 'student’s phone']]
  for (const scene of told.scenes) {
    await page.setViewportSize(LAPTOP)
    await drawScene(page, 'desk', scene)
    const desk = await counted(page, theirs)
    await page.setViewportSize(PROJECTOR)
    await drawScene(page, 'stage', scene)
    const stage = await counted(page, theirs)
    await page.setViewportSize(LAPTOP)
    const looksBack = scene.name === 'reflection 1'
    if (looksBack) await drawScene(page, 'debrief', scene)
    const debrief = looksBack ? cellOf(await counted(page, theirs, { all: true })) : ''
    await page.setViewportSize(PHONE)
    await drawScene(page, 'phone', scene)
    const { words, controls } = await counted(page, theirs)
    const phone = scene.phone === 0 ? '' : cellOf({ words, controls, height: await askedHeight(page) })
    rows.push([scene.name, cellOf(desk), cellOf(stage), debrief, phone])
  }
  const text = readFileSync(DOCUMENT, 'utf8')
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined) throw new Error(`${DOCUMENT} has no place for the screens.`)
  writeFileSync(DOCUMENT, `${before}${BEGIN}\n\n${table(rows)}\n\n${END}${after}`)
})
