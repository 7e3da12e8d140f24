/** The one list of a person's news: the same for whoever reads the room, each once, and without a word that anybody wrote (rule H22). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gathered, mailsOf } from '#simulation/beside/mails'
import { type NewsItem, NOTHING_READ, newsOf, readUpTo, shownNews } from '#simulation/beside/news'
import { fold } from '#simulation/engine/room'
import { personId } from '#simulation/kernel/ids'
import { dueOf, givenWeek, HOUR, opensAt, phaseOf, post } from '../../screens/homework/given-week'
import { BEN, CHAIR, DAIKI } from '../../support/cast'
import { instantOf } from '../../support/given'
import { viewOf } from '../../support/stories/heard'
import { CN, JP, US } from '../../support/stories/sides'
import { Story } from '../../support/stories/stories'
import { week } from '../../support/stories/story-script'

const ben = personId.parse('ben')
const kinds = (items: readonly NewsItem[]) => items.map(({ kind }) => kind).toSorted()

test('H22 on random weeks the list is the same from the whole room and from one’s own reading, names each once, and holds no word', () => {
  const seen = new Set<string>()
  const law = (story: Story) => {
    const whole = fold(story.rows)
    const now = story.rows.at(-1)?.at
    if (!whole || now === undefined) return story
    for (const viewer of story.viewers()) {
      if (viewer.kind !== 'person') continue
      const own = fold(viewOf(story.rows, viewer, whole.unsealedAt !== null))
      const list = newsOf(own, viewer.person, now)
      expect(newsOf(whole, viewer.person, now)).toEqual(list)
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
      expect(list.every(({ at }, place) => at <= (list[place - 1]?.at ?? now))).toBe(true)
      expect(JSON.stringify(list)).not.toContain('§')
      const numbers = new Set([...(own?.record ?? []), ...(own?.privateEntries ?? [])].map(({ no }) => no))
      for (const { kind, entry } of list) {
        seen.add(kind)
        if (entry !== null) expect(numbers).toContain(entry)
      }
    }
    return story
  }
  const times = Number(process.env.STORY_TIMES ?? 1)
  fc.assert(
    fc.property(week(200), (told) => {
      law(new Story(told, { beat: (living, beats) => beats % 80 === 0 && law(living) }))
    }),
    { seed: Number(process.env.STORY_SEED ?? 20260112), numRuns: 15 * times },
  )
  expect(seen.size).toBeGreaterThan(8)
})

test('H22 who is answered, asked, written to and given another date finds each of it, and what they have done or read no more', () => {
  const floor = phaseOf('floor')
  const room = givenWeek(opensAt('floor'), { requires: [{ what: 'answer', count: 1, by: 'student' }] })
  const of = () => newsOf(room.state, ben, instantOf(opensAt('floor') + HOUR))
  expect(kinds(of())).toEqual(['dueDay', 'seat'])
  room.does(BEN, post(floor, 'First.'))
  expect(kinds(of())).toEqual(['seat'])
  const mine = room.state.record.length
  room.does(DAIKI, post(floor, 'Against it.', 'framing', mine))
  room.does(DAIKI, { ...post(floor, 'And why?'), intent: 'question', to: US })
  room.does(DAIKI, { ...post(floor, 'And you?'), intent: 'question', to: CN })
  room.does(CHAIR, { type: 'nudge', to: US, text: 'Name who pays.' })
  room.does(CHAIR, { type: 'grantExtension', person: ben, phase: floor, dueAt: instantOf(dueOf('floor') + HOUR) })
  expect(kinds(of())).toEqual(['answered', 'extended', 'note', 'questioned', 'seat'])
  expect(of()).toContainEqual(expect.objectContaining({ kind: 'answered', entry: String(mine + 1), from: JP }))
  expect(of().find(({ kind }) => kind === 'extended')?.deadline?.at).toBe(instantOf(dueOf('floor') + HOUR))
  const { entry } = of().find(({ kind }) => kind === 'note')!
  room.does(BEN, { type: 'readNotes', notes: [entry!] })
  room.does(DAIKI, { type: 'withdrawStatement', entry: mine + 1, reason: null })
  expect(kinds(of())).toEqual(['extended', 'questioned', 'seat'])
})

test('H22 after the deadline it is said that late work is taken, and that what was typed was handed in', () => {
  const requires = [{ what: 'answer' as const, count: 2, by: 'student' as const }]
  const room = givenWeek(dueOf('floor') - 1, { requires, handInDrafts: true })
  room.does(BEN, { type: 'handIn', work: post(phaseOf('floor'), 'Half a thought.') }, dueOf('floor'))
  room.runs(dueOf('floor') + HOUR)
  expect(kinds(newsOf(room.state, ben, instantOf(dueOf('floor') + HOUR)))).toEqual(['handedIn', 'late', 'seat'])
})

test('H22 what is gathered is told by one mail in the morning after it, and not what has been read before', () => {
  const floor = phaseOf('floor')
  const room = givenWeek(opensAt('floor')).does(BEN, post(floor, 'First.'))
  room.does(DAIKI, post(floor, 'Against it.', 'framing', room.state.record.length))
  const now = instantOf(opensAt('floor') + HOUR)
  const morningAfter = (at: number) => Math.floor(at / 86_400_000 + 1) * 86_400_000
  const morning = morningAfter(now)
  const digests = () =>
    mailsOf(room.state, ben, now, morningAfter).flatMap(({ kind, ...mail }) => (kind === 'digest' ? [mail] : []))
  expect(digests()).toContainEqual({ key: `digest/${morning}/ben`, dueAt: morning })
  const news = newsOf(room.state, ben, now)
  expect(gathered(news, morning, morningAfter, NOTHING_READ)).toContainEqual({ kind: 'answered', count: 1 })
  expect(gathered(news, morning, morningAfter, { upTo: now, since: 0 })).toEqual([])
  expect(gathered(news, morningAfter(morning), morningAfter, NOTHING_READ)).toEqual([])
})

test('H22 what is new stays so through a visit, and is old at the next', () => {
  const item = (at: number): NewsItem => ({ id: `${at}`, at, kind: 'seat', entry: null, from: null, deadline: null })
  const items = Array.from({ length: 20 }, (_, index) => item(index * 60_000))
  const MINUTE = 60_000
  const opened = (mark: typeof NOTHING_READ, minute: number) => shownNews(items, mark, minute * MINUTE)
  // Each visit shows the page first, and then marks what it has shown.
  expect(opened(NOTHING_READ, 15)).toMatchObject({ fresh: 19, since: 0 })
  const first = readUpTo(NOTHING_READ, 15 * MINUTE)
  expect(opened(first, 20)).toMatchObject({ fresh: 19, since: 0 })
  // The second visit tells what came since the first, and the third what came since the second.
  expect(opened(first, 46)).toMatchObject({ fresh: 4, since: 15 * MINUTE })
  const second = readUpTo(first, 46 * MINUTE)
  expect(opened(second, 50)).toMatchObject({ fresh: 4, since: 15 * MINUTE })
  expect(opened(second, 90)).toMatchObject({ fresh: 0, since: 46 * MINUTE })
  expect(opened(second, 90).shown).toHaveLength(8)
})
