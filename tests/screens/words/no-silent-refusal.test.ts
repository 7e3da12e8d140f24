// Whatever somebody presses, a refusal reaches them: by the line that waits for the server (which the outbox keeps), by the sentence beside
// the button, or by the answer of the acts at many tables. What is sent without looking at its answer must be of the first kind.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ofAll } from '#simulation/shapes/topics'

const sources = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join('app', file), 'utf8') }))

/** Sent by the page itself as its reader sees a note: nobody has pressed anything. */
const UNPRESSED = ['readNotes']

test('what is sent without looking at the answer waits on the page until it is saved, and says there why it was refused', () => {
  const sent = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/void (?:\w+\.)*submit\(([\s\S]{0,200})/g)].flatMap(([, after = '']) =>
      after.trimStart().startsWith('entry.command') || /^[^\n]*\)\.then/.test(after)
        ? []
        : [...after.matchAll(/type: '(\w+)'/g)]
            .slice(0, after.includes('? {') ? 2 : 1)
            .map(([, type = '']) => ({ file, type })),
    ),
  )
  expect(sent.length).toBeGreaterThan(10)
  const silent = sent.filter(({ type }) => !UNPRESSED.includes(type) && !outboxed(type))
  expect(silent).toEqual([])
})

const outboxed = (type: string): boolean => ofAll('kept').some((name) => name === type)

test('what is asked of other tables is never sent without reading the answers', () => {
  const asked = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/^.*\b(?:link|activityLink\(\w+\))\.ask\(/gm)].map(([line]) => ({ file, line: line.trim() })),
  )
  expect(asked.length).toBeGreaterThan(4)
  expect(asked.filter(({ line }) => !/= await |\(await |^onSeat=/.test(line))).toEqual([])
})

test('the desk says every refusal, whichever of its parts asked', () => {
  const desk = sources.find(({ file }) => file.endsWith(path.join('desk', 'desk-screen.tsx')))?.text ?? ''
  expect(desk).toMatch(/const ask = useAsk\(\s*view,\s*useCallback\(\(why\) => tell\(\{ text: why \}\)/)
  const past = sources.flatMap(({ file, text }) =>
    file.includes(`${path.sep}desk${path.sep}`)
      ? [...text.matchAll(/^.*\bsubmit\(.*$/gm)].map(([line]) => line.trim())
      : [],
  )
  // The lots before a start: whoever could not be seated is asked about at the start that follows.
  expect(past.filter((line) => !line.startsWith('onSeat='))).toEqual([])
})
