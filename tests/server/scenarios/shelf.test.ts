/** The shelf holds what its folders hold, offers each scenario once, and says in sentences which file to mend. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { StartFault } from '#server/base/faults/start-fault'
import { loadShelf } from '#server/store/scenarios/shelf'
import { ScenarioShelf } from '#simulation/scenario/shelf'
import { chinaGap } from '../../support/stories/china-gap'
import { givenFolder, reworded } from './given-scenarios'

const BUILT_IN = path.resolve('simulation/scenarios')

/** A copy of the built-in folder, and the file of it that a test is about to break. */
function givenCopy(): { root: string; folder: string; file: (name: string) => string } {
  const root = mkdtempSync(path.join(tmpdir(), 'track-two-scenarios-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  cpSync(BUILT_IN, root, { recursive: true })
  const folder = path.join(root, 'china-gap/en')
  return { root, folder, file: (name) => path.join(folder, name) }
}

function edit(file: string, by: (content: Record<string, never>) => unknown): void {
  const content = JSON.parse(readFileSync(file, 'utf8'))
  by(content)
  writeFileSync(file, JSON.stringify(content))
}

function faultOf(...roots: string[]): string {
  try {
    loadShelf(roots)
  } catch (error) {
    if (error instanceof StartFault) return error.message
    throw error
  }
  throw new Error('The shelf was loaded, though it should have been refused.')
}

test('a folder is a scenario: what is added beside the built-in one is offered with it', () => {
  const lake = reworded(chinaGap(), 'Lake', { key: 'a-lake', title: 'A lake' })
  const shelf = loadShelf([BUILT_IN, givenFolder([lake])])
  expect(shelf.offered('en-GB').map(({ key }) => key)).toEqual(['china-gap', 'a-lake'])
  expect(shelf.find('a-lake', 'en')).toEqual(lake)
  expect(shelf.find('nowhere', 'en')).toBeUndefined()
})

test('a translation is offered to whoever reads its language, and everybody else reads what there is', () => {
  const english = chinaGap()
  const japanese = reworded(english, '湖', { language: 'ja', title: '湖' })
  const shelf = new ScenarioShelf([english, japanese])
  expect(shelf.offered('ja').map(({ title }) => title)).toEqual(['湖'])
  expect(shelf.offered('en-GB')).toEqual([english])
  expect(shelf.offered('zh')).toEqual([english])
})

test.for([
  [
    'tensions-1-words.json',
    (tensions: Record<string, never>) => Object.assign(tensions[0] ?? {}, { title: '' }),
    'tensions-1-words.json, at tensions.0.title: ',
  ],
  [
    'lines-cptpp.json',
    (lines: Record<string, never>) => Object.assign(lines[3] ?? {}, { text: 5 }),
    'lines-cptpp.json, at lines.',
  ],
  [
    'reflection.json',
    (reflection: Record<string, never>) => Object.assign(reflection, { prompts: null }),
    'reflection.json, at reflectionPrompts: ',
  ],
  ['frame.json', (frame: Record<string, never>) => Object.assign(frame, { asOf: 'soon' }), 'frame.json, at asOf: '],
] as const)('a fault of shape names its file: %s', ([name, break_, begins]) => {
  const { root, folder, file } = givenCopy()
  edit(file(name), break_)
  const [first, second] = faultOf(root).split('\n')
  expect(first).toBe(`The scenario in ${folder} cannot be played. Mend its files and start again:`)
  expect(second?.trim().startsWith(begins), second).toBe(true)
})

test('what a shape cannot say is checked at the same time, and is a sentence too', () => {
  const { root, file } = givenCopy()
  edit(file('injects.json'), (injects) => Object.assign(injects[0] ?? {}, { tensions: ['weather'] }))
  expect(faultOf(root)).toContain('weather is no tension.')
})

test('a file that is missing, misnamed or no JSON is named', () => {
  const { root, file } = givenCopy()
  rmSync(file('rubric.json'))
  writeFileSync(file('lines-weather.json'), '[]')
  writeFileSync(file('notes.json'), '{}')
  const said = faultOf(root)
  expect(said).toContain('rubric.json is missing.')
  expect(said).toContain('lines-weather.json: there is no tension weather')
  expect(said).toContain('notes.json: no part of a scenario has this name.')
  writeFileSync(file('glossary.json'), '[,]')
  expect(faultOf(root)).toContain('glossary.json cannot be read: ')
})

test('a folder whose scenario calls itself something else is refused', () => {
  const lake = reworded(chinaGap(), 'Lake', { key: 'a-lake' })
  const root = givenFolder([{ ...lake, key: 'another-lake' }])
  writeFileSync(path.join(root, 'another-lake/en/scenario.json'), JSON.stringify(lake))
  expect(faultOf(root)).toContain('it calls itself a-lake in en; the folder must be a-lake/en.')
})

test('of many faults the first few are told, and how many more there are', () => {
  const { root, file } = givenCopy()
  edit(file('paragraphs.json'), (paragraphs) => {
    for (const each of Object.values<object>(paragraphs)) Object.assign(each, { gist: 7 })
  })
  const lines = faultOf(root).split('\n')
  expect(lines).toHaveLength(7)
  expect(lines.at(-1)).toMatch(/and \d+ more/)
})

test('a folder that is missing is named together with the setting, and so is a link that leads nowhere', () => {
  const root = givenFolder([])
  const missing = path.join(root, 'missing')
  expect(faultOf(BUILT_IN, missing)).toContain(`Scenarios cannot be read from ${missing}: `)
  expect(faultOf(BUILT_IN, missing)).toContain('let SCENARIOS name a folder that can be read.')
  symlinkSync(path.join(root, 'nowhere'), path.join(root, 'a-link'))
  expect(faultOf(BUILT_IN, root)).toContain(`Scenarios cannot be read from ${root}: `)
})

test('a folder may be a clone: what begins with a dot is no scenario, and files beside the scenarios are none', () => {
  const root = givenFolder([reworded(chinaGap(), 'Lake', { key: 'a-lake' })])
  mkdirSync(path.join(root, '.git/hooks'), { recursive: true })
  mkdirSync(path.join(root, 'a-lake/.idea'))
  writeFileSync(path.join(root, 'README.md'), 'Scenarios of ours.')
  expect(
    loadShelf([root])
      .offered('en')
      .map(({ key }) => key),
  ).toEqual(['a-lake'])
})

test('a link to a folder is read like the folder', () => {
  const elsewhere = givenFolder([reworded(chinaGap(), 'Lake', { key: 'a-lake' })])
  const root = givenFolder([])
  symlinkSync(path.join(elsewhere, 'a-lake'), path.join(root, 'a-lake'))
  expect(loadShelf([root]).find('a-lake')).toBeDefined()
})

test('two folders that hold the same scenario in the same language are refused, and both are named', () => {
  const root = givenFolder([reworded(chinaGap(), 'Other')])
  expect(faultOf(BUILT_IN, root)).toBe(
    `${path.join(root, 'china-gap/en')} and ${path.join(BUILT_IN, 'china-gap/en')} both hold the scenario china-gap in en: give one another key, or remove it.`,
  )
})
