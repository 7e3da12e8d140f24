// The titles of the debrief's parts and their proofs are true (L15, D14): each English title is read back and judged on what was drawn, by an oracle that
// knows nothing of simulation/reading. Rooms are adversarial: ties, nobody, missing sides and stages, withdrawn words, news taken back.
import fc from 'fast-check'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { RoomState } from '#simulation/state/room-state'
import { messages } from '../../../app/_messages/en'
import { AnswersSection } from '../../../app/rooms/[roomId]/debrief/answers-section'
import { EssaySection } from '../../../app/rooms/[roomId]/debrief/essay-section'
import { InjectsSection } from '../../../app/rooms/[roomId]/debrief/injects-section'
import { MovesSection } from '../../../app/rooms/[roomId]/debrief/moves-section'
import { TalkSection } from '../../../app/rooms/[roomId]/debrief/talk-section'
import { type ProofItem, proofIn, revealsOf, roundName, sign } from '../../support/files/proof-rows'
import { opened } from '../../support/stories/revealed-rounds'
import { CN, JP, US } from '../../support/stories/sides'
import { type DrawnRoom, drawnRoom, HEADS, type ToldRoom, toldRoom } from '../../support/stories/told-rooms'

const SIDES = [
  ['Washington', US],
  ['Tokyo', JP],
  ['Beijing', CN],
] as const
const PARAGRAPHS = ['E1.1', 'E2.1', 'E3.1', 'E4.1', 'E5.1', 'E6.1']

type Read = Readonly<{ title: string; proof: readonly ProofItem[] }>

function readIn(part: ReactNode): Read {
  const page = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      {part}
    </NextIntlClientProvider>,
  )
  const title = /<h2[^>]*>(.*?)<\/h2>/s.exec(page)?.[1]?.replaceAll('&#x27;', '’') ?? ''
  return { title, proof: proofIn(page) }
}

const backOf = (state: RoomState) => ({
  ...{ room: { id: 'room', name: 'Table 3' }, activity: { id: 'a', title: 'The gap', broughtAt: null } },
  ...{ course: { title: 'Alliances', timeZone: 'UTC' }, viewer: { kind: 'chair' as const }, steers: true },
  ...{ state, displayNames: {}, spreads: [] },
})

/** Reads a title by the one form that fits it; another title is a fault of the grammar. */
function readBy<Form extends string>(title: string, forms: Record<Form, RegExp>): { form: Form; got: string[] } {
  for (const form of Object.keys(forms) as Form[]) {
    const found = forms[form].exec(title)
    if (found) return { form, got: found.slice(1).map((each) => each ?? '') }
  }
  throw new Error(`No form of the grammar: ${title}`)
}

const sorted = (items: readonly ProofItem[]) =>
  items.toSorted((a, b) => (a.words + a.entries < b.words + b.entries ? -1 : 1))
const capitalOf = (seat: string) => SIDES.find(([, id]) => id === sideOf(seat))?.[0] ?? ''
const sideOf = (seat: string) => seat.slice(0, 2)
const listed = (list: string) => list.split(/, and | and |, /).filter((each) => each !== '')
const standing = ({ said }: ToldRoom) => said.filter(({ withdrawn }) => !withdrawn)

function judgeAnswers({ title, proof }: Read, told: ToldRoom): string {
  const times = SIDES.map(([capital, id]) => {
    const to = (no: number | null) => told.said.find((each) => each.no === no)?.seat
    const own = standing(told).filter(({ seat, answers }) => {
      const answered = to(answers)
      return answered !== undefined && sideOf(answered) === id && sideOf(seat) !== id
    })
    return { capital, count: own.length, entries: own.map(({ no }) => `${no}`) }
  })
  const counts = times.map(({ count }) => count)
  const [most, least] = [Math.max(...counts), Math.min(...counts)]
  const at = (value: number) => times.flatMap(({ capital, count }) => (count === value ? [capital] : []))
  const { form, got } = readBy(title, {
    none: /^No statement answered another delegation’s$/,
    even: /^Each delegation was answered (\d+) times?$/,
    ranked: /^(.+) (?:was|were) answered most, (\d+) times?(?: each)?; (.+) least, (?:never|(\d+) times?(?: each)?)$/,
  })
  if (form === 'none') expect(most).toBe(0)
  if (form === 'even') expect([most, least]).toEqual([Number(got[0]), Number(got[0])])
  if (form === 'ranked') {
    expect([listed(got[0] ?? ''), Number(got[1])]).toEqual([at(most), most])
    expect([listed(got[2] ?? ''), Number(got[3])]).toEqual([at(least), least])
    expect(most).toBeGreaterThan(least)
  }
  const how = (count: number) =>
    most === least ? 'As often' : count === most ? 'Answered most' : count === least ? 'Answered least' : 'Between'
  const often = ['never', 'once', 'twice']
  const expected = times.map(({ capital, count, entries }) => ({
    ...{ way: how(count), words: `${capital}, ${often[count] ?? `${count} times`}:`, entries },
  }))
  expect(sorted(proof)).toEqual(form === 'none' ? [] : sorted(expected))
  return form
}

function judgeTalk({ title, proof }: Read, told: ToldRoom, { taken }: DrawnRoom): string {
  const talk = told.said.reduce((sum, { ms }) => sum + ms, 0)
  const { form, got } = readBy(title, {
    nobody: /^Nobody has spoken yet$/,
    heads:
      /^The three heads did (\d+)% of the talking(?:; (?:all (\d+) students were heard|(\d+) of (\d+) students? w(?:as|ere) never heard))?(?:; .*)?$/,
  })
  if (form === 'nobody') expect([talk, proof]).toEqual([0, []])
  else {
    const heads = told.said.filter(({ seat }) => HEADS.includes(seat)).reduce((sum, { ms }) => sum + ms, 0)
    expect(Math.abs(Number(got[0]) - (100 * heads) / talk)).toBeLessThanOrEqual(0.5)
    const unheard = taken.filter((seat) => !told.said.some((each) => each.seat === seat)).length
    if (got[1]) expect([unheard, Number(got[1])]).toEqual([0, taken.length])
    else if (got[3]) expect([Number(got[2]), Number(got[3])]).toEqual([unheard, taken.length])
    else expect([unheard, taken.length < 3]).toEqual([0, true])
    const expected = opened.seats.flatMap(({ id, title: office, delegation }): ProofItem[] => {
      if (delegation === null) return []
      const words = `${capitalOf(id)}, ${office}`
      const own = told.said.filter(({ seat }) => seat === id)
      const seconds = Math.round(own.reduce((sum, { ms }) => sum + ms, 0) / 1000)
      const amount = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
      const there = { words: `${words}: ${amount}`, entries: own.map(({ no }) => `${no}`) }
      const [head, sits] = [HEADS.includes(id), (taken as readonly string[]).includes(id)]
      return [
        ...(head ? [{ way: 'The heads', ...there }] : seconds > 0 ? [{ way: 'The others', ...there }] : []),
        ...(sits && own.length === 0 ? [{ way: 'Never heard', words, entries: [] }] : []),
        ...(sits ? [] : [{ way: 'Understudies', words, entries: [] }]),
      ]
    })
    const byWay = (items: readonly ProofItem[]) =>
      sorted(items.map((each) => ({ ...each, words: `${each.way} ${each.words}` })))
    expect(byWay(proof)).toEqual(byWay(expected))
  }
  return form
}

function judgeEssay({ title, proof }: Read, told: ToldRoom): string {
  const uses = PARAGRAPHS.map((id) => {
    const entries = standing(told).flatMap(({ no, cites }) => (cites.includes(id) ? [`${no}`] : []))
    return { id, count: entries.length, entries }
  })
  const most = Math.max(...uses.map(({ count }) => count))
  const top = uses.filter(({ count }) => count === most).map(({ id }) => id)
  const uncited = uses.filter(({ count }) => count === 0).map(({ id }) => id)
  const { form, got } = readBy(title, {
    nothing: /^Nobody cited the reading$/,
    flat: /^No paragraph stood out; (.+)$/,
    leaned: /^The room leaned most on (.+?); (.+)$/,
  })
  if (form === 'nothing') expect(most).toBe(0)
  else {
    if (form === 'flat') expect(top.length).toBeGreaterThan(3)
    else expect(listed(got[0] ?? '')).toEqual(top)
    const rest = got[form === 'flat' ? 0 : 1] ?? ''
    const named = /^nobody cited (.+)$/.exec(rest)?.[1]
    if (named) expect(listed(named)).toEqual(uncited)
    else if (rest === 'every paragraph was cited') expect(uncited).toEqual([])
    else expect(rest).toBe(`${uncited.length} of ${PARAGRAPHS.length} paragraphs nobody cited`)
  }
  const expected = uses.map(({ id, count, entries }) => ({
    ...{ way: count === 0 ? 'Never cited' : count === most ? 'Cited most' : 'Cited', id, entries },
  }))
  const shown = proof.map(({ way, words, entries }) => ({ way, id: words.slice(0, 4), entries }))
  expect(shown.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(expected)
  return form
}

/** Of each round of the plan, whether a side stands at both ends, and how many of those stand elsewhere at the end. */
const movesIn = ({ rounds }: DrawnRoom) =>
  opened.rounds.map((_, place) => {
    const reveals = rounds[place]?.reveals
    const both = SIDES.flatMap(([, id]) => {
      const [from, to] = [reveals?.opening[id]?.value, reveals?.closing[id]?.value]
      return from === undefined || to === undefined ? [] : [from !== to]
    })
    return { known: both.length > 0, moved: both.filter(Boolean).length }
  })

function judgeMoves({ title, proof }: Read, { state }: ToldRoom, drawn: DrawnRoom): string {
  const rounds = movesIn(drawn)
  const unknown = rounds.filter(({ known }) => !known).length
  const moved = rounds.reduce((sum, each) => sum + each.moved, 0)
  const { form, got } = readBy(title, {
    incomparable: /^No delegation stands at both the opening and the closing of a round/,
    awaited: /^Who moved is told once a round’s closing positions are revealed$/,
    none: /^No position moved between opening and closing(?:; (\w+) rounds? cannot be compared)?$/,
    moved: /^(One|\d+) (?:position|times a position) moved(?:; (\w+) rounds? cannot be compared)?$/,
  })
  const number = (word = '') => (/^one$/i.test(word) ? 1 : Number(word))
  if (form === 'none') expect([moved, number(got[0])]).toEqual([0, unknown])
  else if (form === 'moved') expect([moved, unknown]).toEqual(got.map(number))
  else expect(unknown).toBe(rounds.length)
  const expected = rounds.flatMap(({ known }, place): ProofItem[] => {
    const reveals = drawn.rounds[place]?.reveals
    const entries = revealsOf(state, place, 'opening', 'closing')
    if (!known) return [{ way: 'Not known', words: roundName(place), entries }]
    return SIDES.flatMap(([capital, id]) => {
      const [from, to] = [reveals?.opening[id]?.value, reveals?.closing[id]?.value]
      if (from === undefined || to === undefined) return []
      const words = `${roundName(place)}, ${capital}: ${sign(from)} → ${sign(to)}`
      return [{ way: from === to ? 'Stayed' : 'Moved', words, entries }]
    })
  })
  expect(sorted(proof)).toEqual(form === 'none' || form === 'moved' ? sorted(expected) : [])
  return form
}

function judgeNews({ title, proof }: Read, told: ToldRoom, drawn: DrawnRoom): string {
  const rounds = movesIn(drawn)
  const sent = told.news.filter(({ retracted }) => !retracted).map(({ round }) => rounds[round])
  const known = sent.filter((each) => each?.known)
  const { form, got } = readBy(title, {
    none: /^No news was sent$/,
    incomparable: /^(?:The news|(\d+) pieces of news) fell where no two positions can be compared$/,
    after: /^After (\d+) of (\d+) pieces? of news a position moved(?:; (\d+) cannot be compared)?$/,
  })
  if (form === 'none') expect(sent).toEqual([])
  if (form === 'incomparable') expect([known.length, sent.length]).toEqual([0, Number(got[0] || 1)])
  if (form === 'after') {
    const followed = known.filter((each) => (each?.moved ?? 0) > 0).length
    expect(got.map(Number)).toEqual([followed, known.length, sent.length - known.length])
  }
  const expected = told.news.flatMap(({ no, round, retracted }): ProofItem[] => {
    if (retracted) return []
    const { known = false, moved = 0 } = rounds[round] ?? {}
    const entries = [no, ...(known ? revealsOf(told.state, round, 'opening', 'closing') : [])]
    const way = !known ? 'Not known' : moved > 0 ? 'A position moved' : 'Nobody moved'
    return [{ way, words: 'A ship is stopped.', entries }]
  })
  expect(sorted(proof)).toEqual(form === 'after' ? sorted(expected) : [])
  return form
}

/** Every form of every title that a drawn room brings about. */
const FORMS = [
  ...['answers even', 'answers none', 'answers ranked', 'essay flat', 'essay leaned', 'essay nothing'],
  ...['moves awaited', 'moves incomparable', 'moves moved', 'moves none'],
  ...['news after', 'news incomparable', 'news none', 'talk heads', 'talk nobody'],
]

test('D14 D40 the titles of who answered, spoke and moved, of the paragraphs and of the news, are true of what happened, and their proofs are it', () => {
  const seen = new Map<string, number>()
  const paragraphs = PARAGRAPHS.map((id) => ({ id, section: 'One', gist: 'A gist.' }))
  fc.assert(
    fc.property(drawnRoom, (drawn) => {
      const told = toldRoom(drawn)
      const back = backOf(told.state)
      const judged = {
        answers: judgeAnswers(readIn(<AnswersSection back={back} />), told),
        talk: judgeTalk(readIn(<TalkSection back={back} />), told, drawn),
        essay: judgeEssay(readIn(<EssaySection back={back} essay={paragraphs} />), told),
        moves: judgeMoves(readIn(<MovesSection back={back} />), told, drawn),
        news: judgeNews(readIn(<InjectsSection back={back} />), told, drawn),
      }
      for (const [part, form] of Object.entries(judged))
        seen.set(`${part} ${form}`, (seen.get(`${part} ${form}`) ?? 0) + 1)
    }),
    { seed: Number(process.env.STORY_SEED ?? 20260112), numRuns: 120 * Number(process.env.STORY_TIMES ?? 1) },
  )
  expect([...seen.keys()].toSorted()).toEqual(FORMS)
})
