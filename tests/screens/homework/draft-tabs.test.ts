// Drafts in several tabs of several devices, with slow and lost requests: no words are lost, and nobody chooses between words that are theirs.
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DraftServer } from '../../../app/rooms/[roomId]/homework/draft-sync'
import { wordsIn } from '../../../app/rooms/[roomId]/homework/draft-words'
import { givenDevice, givenServer, KEY } from '../../support/draft-devices'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const CHOICES = ['here', 'other', 'both'] as const

type Step =
  | { does: 'chooses'; who: number; what: (typeof CHOICES)[number] }
  | { does: 'types' | 'hears' | 'pulls' | 'pauses'; who: number }
  | { does: 'arrives' | 'answers' | 'is lost'; which: number }

const who = fc.nat(3)
const which = fc.nat(5)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constantFrom('types', 'types', 'pauses', 'pauses', 'hears', 'pulls'), who }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('chooses'), who, what: fc.constantFrom(...CHOICES) }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constantFrom('arrives', 'arrives', 'answers', 'is lost'), which }) },
)
const steps = fc.array(step, { minLength: 20, maxLength: 60 })

/** A line to a server on which requests and answers take as long as the test wishes, or are lost on either way. */
function slowLine(server: DraftServer) {
  const sent: (() => void)[] = []
  const answered: { hears: () => void; misses: () => void }[] = []
  const carry = <T>(ask: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      sent.push(() => {
        const answer = ask()
        answered.push({
          hears: () => void answer.then(resolve, reject),
          misses: () => {
            answer.catch(() => undefined)
            reject(new Error('lost'))
          },
        })
      })
    })
  const take = <T>(from: T[], place: number): T | undefined => from.splice(place % Math.max(1, from.length), 1)[0]
  return {
    server: { all: () => carry(server.all), save: (draft) => carry(() => server.save(draft)) } satisfies DraftServer,
    arrives: (place: number) => take(sent, place)?.(),
    answers: (place: number) => take(answered, place)?.hears(),
    isLost: (place: number) => take(answered, place)?.misses(),
  }
}

/** The words of each hand in a text: of two texts that were both kept, both. */
const partsOf = (text: string) => text.split('\n\n')

async function play(steps: readonly Step[], devices: number) {
  const server = givenServer()
  const line = slowLine(server)
  const shared = Array.from({ length: devices }, () => givenDevice(line.server))
  const tabs = shared.flatMap((device) => [device, device.opensTab()])
  const typed: string[] = []
  const replaced = new Set<string>()
  const rest = () => vi.advanceTimersByTimeAsync(0)
  for (const { sync } of tabs) void sync.start()
  for (const each of steps) {
    const tab = 'who' in each ? tabs[each.who % tabs.length] : undefined
    if (each.does === 'types' && tab) {
      tab.hears() // a hand is slower than the tabs of one browser
      for (const part of partsOf(wordsIn(tab.read()))) replaced.add(part)
      typed.push(`Words ${typed.length}`)
      tab.type(typed.at(-1) ?? '')
    } else if (each.does === 'chooses' && tab) {
      tab.hears()
      const asked = tab.sync.view.get(KEY)
      if (asked?.kind !== 'differs') continue
      const [here, other] = [wordsIn(tab.read()), wordsIn(asked.other.text)].map(partsOf)
      for (const part of (each.what === 'here' ? other : each.what === 'other' ? here : []) ?? []) replaced.add(part)
      void tab.sync.choose(KEY, each.what)
    } else if (each.does === 'hears') tab?.hears()
    else if (each.does === 'pulls') void tab?.sync.pull()
    else if (each.does === 'pauses') await vi.advanceTimersByTimeAsync(900)
    else if (each.does === 'arrives') line.arrives(each.which)
    else if (each.does === 'answers') line.answers(each.which)
    else if (each.does === 'is lost') line.isLost(each.which)
    await rest()
  }
  const settles = async () => {
    for (let turn = 0; turn < 12; turn += 1) {
      for (const tab of tabs) tab.hears()
      for (let request = 0; request < 8; request += 1) {
        line.arrives(0)
        line.answers(0)
        await rest()
      }
      await vi.advanceTimersByTimeAsync(1_000)
    }
  }
  await settles()
  for (const { sync } of tabs) void sync.pull()
  await settles()
  const ends = tabs.map(({ sync, read }) => ({ here: wordsIn(read()), state: sync.view.get(KEY) }))
  for (const { sync } of tabs) sync.stop()
  return { there: wordsIn(server.rows.get(KEY)?.text ?? null), ends, typed, replaced }
}

test('L23 the tabs of one device end with what was typed last, saved, and ask nothing', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const { there, ends, typed } = await play(steps, 1)
      for (const { here, state } of ends) {
        expect(here).toBe(typed.at(-1) ?? '')
        expect(state?.kind).toBe(typed.length > 0 ? 'saved' : undefined)
      }
      expect(there).toBe(typed.at(-1) ?? '')
    }),
    { numRuns: 400 },
  )
})

test('L23 of two devices no words are lost that nobody wrote over, and each tab shows what is there, or asks about it', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const { there, ends, typed, replaced } = await play(steps, 2)
      const left = new Set([there, ...ends.map(({ here }) => here)].flatMap(partsOf))
      expect(typed.filter((words) => !replaced.has(words) && !left.has(words))).toEqual([])
      for (const { here, state } of ends) {
        if (state?.kind === 'differs') expect(wordsIn(state.other.text)).toBe(there)
        else expect([here, state?.kind]).toEqual([there, typed.length > 0 ? 'saved' : undefined])
      }
    }),
    { numRuns: 400 },
  )
})
