/** Who reads what is written beside a record (rules D28 to D30), by an oracle that knows only who sat where, row by row. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import type { DelegationId } from '#simulation/kernel/ids'
import { personId } from '#simulation/kernel/ids'
import { spanIn, stretchOf } from '#simulation/kernel/spans'
import type { Viewer } from '#simulation/kernel/viewer'
import { paragraphs } from '#simulation/reading/log/transcript'
import {
  annotationNews,
  readersToChoose,
  type StoredThread,
  seenAndOwn,
  threadsFor,
  threadsInFile,
  unseenComments,
  withoutGone,
  wordsOf,
} from '#simulation/reading/record/annotations'
import type { AnnotationFor } from '#simulation/secrecy/annotations'
import { annotationFor, threadGoesTo } from '#simulation/secrecy/annotations'
import { readerOf } from '#simulation/secrecy/file-reader'
import { viewerOf } from '#simulation/secrecy/hearing'
import { isRedacted } from '#simulation/secrecy/visible-row'
import { viewOf } from '../../support/stories/heard'
import { type Story, storyOf } from '../../support/stories/stories'
import { PEOPLE, script } from '../../support/stories/story-script'

type Reader = { id: string; viewer: Viewer }
const STAFF = ['staff-one', 'staff-two']
const readersOf = (story: Story): Reader[] => [
  ...STAFF.map((id): Reader => ({ id, viewer: { kind: 'chair' } })),
  { id: 'projector', viewer: { kind: 'stage' } },
  ...PEOPLE.map((id): Reader => ({ id, viewer: viewerOf(story.state, personId.parse(id)) })),
]

/** The delegation in whose seat somebody sat after each row; null for none and for an observer's. */
const sat = (story: Story, id: string) =>
  story.states.map(({ seats }) => Object.values(seats).find(({ holder }) => holder === id)?.delegation ?? null)

/**
 * Whether somebody hears what was said in a delegation after row `seq`: who came to it first hears all of it, who was moved to it what came
 * after, and nobody what came once they had left for good or were elsewhere.
 */
function heardIn(story: Story, id: string, delegation: DelegationId | null, seq: number): boolean {
  if (story.state.removed.some((removed) => removed === id)) return false
  // S16: in a plan of the first edition a seat hands on all that it ever heard.
  if (story.plan.seating === undefined) return delegation !== null && sat(story, id).at(-1) === delegation
  const stays: { side: DelegationId; from: number; until: number }[] = []
  for (const [place, side] of sat(story, id).entries()) {
    const last = stays.at(-1)
    if (side === null) continue
    if (last?.side === side) last.until = place + 1
    else stays.push({ side, from: last === undefined ? 0 : place + 1, until: place + 1 })
  }
  return stays.some((stay) => stay.side === delegation && stay.from <= seq && seq <= stay.until)
}

type Written = StoredThread & { rows: readonly number[] }

/** Threads that people began as the story went, each with an answer of somebody who could give one. */
function threadsOf(story: Story, dice: readonly number[]): Written[] {
  return dice.flatMap((die, place): Written[] => {
    const at = die % story.rows.length
    const state = story.states[at]
    const seq = at + 1
    const seated = [...PEOPLE.filter((id) => Object.values(state?.seats ?? {}).some(({ holder }) => holder === id))]
    const writer = [...seated, ...STAFF][die % (seated.length + STAFF.length)]
    if (!state || writer === undefined) return []
    const isStaff = STAFF.includes(writer)
    const viewer: Viewer = isStaff ? { kind: 'chair' } : viewerOf(state, personId.parse(writer))
    const own = fold(viewOf(story.rows.slice(0, seq), viewer, state.unsealedAt !== null))
    const said = own === null ? [] : paragraphs(own).filter((entry) => wordsOf(entry) !== null)
    const entry = said[die % Math.max(said.length, 1)]
    const chosen = own === null ? [] : readersToChoose({ viewer, id: writer }, own, entry?.person != null)
    const whom = chosen[die % Math.max(chosen.length, 1)]
    if (!entry || whom === undefined) return []
    const delegation = whom === 'delegation' ? (sat(story, writer)[at] ?? null) : null
    const others: Record<AnnotationFor, readonly string[]> = {
      me: [writer],
      delegation: seated.filter((id) => sat(story, id)[at] === delegation),
      class: [...seated, ...STAFF],
      instructor: [writer, ...STAFF],
      student: [...STAFF, ...seated.filter((id) => id === entry.person)],
    }
    const answers = others[whom][die % others[whom].length] ?? writer
    const comment = (id: string, by: string) => ({
      ...{ id, writer: by, seq, hidden: null, text: `word-${id}`, at: seq },
      person: STAFF.includes(by) ? null : personId.parse(by),
    })
    return [
      {
        ...{
          id: String(place),
          entry: entry.no,
          for: whom,
          delegation,
          openedBy: writer,
          tags: [`tag-${place}`],
          exemplar: false,
        },
        span: { quote: (wordsOf(entry) ?? '').slice(0, 9), offset: 0 },
        comments: [comment(String(place), writer), comment(`${place}-answer`, answers)],
        rows: [entry.seq, ...story.rows.flatMap((row) => (opens(row, entry.no) ? [row.seq] : []))],
      },
    ]
  })
}

const opens = ({ event }: Story['rows'][number], no: string) => event.type === 'StatementPosted' && event.unseals === no

/** Whether somebody wrote the entry that a thread is about. */
const isBy = ({ rows }: Story, thread: Written, id: string): boolean =>
  rows.some(({ seq, event, by }) => seq === thread.rows[0] && ('author' in event ? event.author : by) === `p:${id}`)

const oracle = (story: Story, reader: Reader, thread: Written, { writer, seq }: Written['comments'][number]) => {
  if (reader.viewer.kind === 'stage') return false
  const isOpener = reader.id === thread.openedBy
  const isStaff = STAFF.includes(reader.id)
  const reads: Record<AnnotationFor, boolean> = {
    me: isOpener,
    class: true,
    instructor: isOpener || isStaff,
    student: isStaff || isBy(story, thread, reader.id),
    delegation: !isStaff && heardIn(story, reader.id, thread.delegation, seq),
  }
  return writer === reader.id || reads[thread.for]
}

test('D28 D29 H22 in random rooms each of thirteen readers reads exactly the comments that are theirs, on entries that they read, and their news is of these', () => {
  const seen: Record<AnnotationFor, { read: number; kept: number }> = {
    me: { read: 0, kept: 0 },
    delegation: { read: 0, kept: 0 },
    class: { read: 0, kept: 0 },
    instructor: { read: 0, kept: 0 },
    student: { read: 0, kept: 0 },
  }
  const told = { annotated: 0, annotationAnswered: 0 }
  const dice = fc.array(fc.nat(1_000_000), { minLength: 14, maxLength: 14 })
  fc.assert(
    fc.property(script(140), dice, (tale, rolled) => {
      const story = storyOf(tale)
      const threads = threadsOf(story, rolled)
      for (const reader of readersOf(story)) {
        const view = viewOf(story.rows, reader.viewer, story.state.unsealedAt !== null)
        const heard = new Set(view.flatMap((row) => (isRedacted(row) ? [] : [row.seq])))
        const state = fold(view)
        if (!state) continue
        const shown = threadsFor({ who: reader, state, seq: view.at(-1)?.seq ?? 0, names: {} }, threads)
        const read = new Set(shown.flatMap(({ comments }) => comments.map(({ id }) => id)))
        for (const thread of threads)
          for (const comment of thread.comments) {
            const isTheirs = thread.rows.some((seq) => heard.has(seq)) && oracle(story, reader, thread, comment)
            expect(read.has(comment.id), `${reader.id} reads ${JSON.stringify(thread)}`).toBe(isTheirs)
            seen[thread.for][isTheirs ? 'read' : 'kept'] += 1
          }
        const news = annotationNews({ who: reader, state, seq: view.at(-1)?.seq ?? 0, names: {} }, threads)
        const isNews = (thread: Written) => {
          const told = thread.comments.filter(({ id, writer }) => read.has(id) && writer !== reader.id)
          if (thread.openedBy === reader.id) return told.map(({ id }) => `annotationAnswered ${id}`)
          if (told.length === 0 || !isBy(story, thread, reader.id)) return []
          return thread.for === 'student' ? told.map(({ id }) => `annotated ${id}`) : [`annotated ${thread.id}`]
        }
        const meant = threads.flatMap(isNews)
        expect(news.map(({ kind, id }) => `${kind} ${id}`).toSorted()).toEqual(meant.toSorted())
        for (const { kind } of news) told[kind] += 1
        const texts = new Map(paragraphs(state).map((entry) => [entry.no, wordsOf(entry) ?? '']))
        // Tags are words of the opening comment.
        for (const { id, tags } of shown) expect(tags.length > 0).toBe(read.has(id))
        for (const { entry, span } of shown) if (span) expect(texts.get(entry)).toContain(span.quote)
      }
    }),
    { numRuns: 16, seed: 5, endOnFailure: true },
  )
  for (const { read, kept } of Object.values(seen)) expect(Math.min(read, kept)).toBeGreaterThan(20)
  for (const count of Object.values(told)) expect(count).toBeGreaterThan(5)
})

test('where nothing is written beside a record, its entries are not gone through for the news', () => {
  const story = storyOf(fc.sample(script(140), { seed: 5, numRuns: 1 })[0]!)
  const unread = (): never => {
    throw new Error('The entries were gone through.')
  }
  const state = Object.defineProperty({ ...story.state }, 'record', { get: unread })
  const reader = { who: { viewer: { kind: 'chair' } as const, id: 'staff-one' }, state, seq: 0, names: {} }
  expect(annotationNews(reader, [])).toEqual([])
})

test('D30 into a file goes what is for the class, into the staff’s what is for the instructor or a student too, and nothing else anywhere', () => {
  const goes = (code: string, viewer: Viewer) => {
    const reader = readerOf(code)
    const all = annotationFor.options
    return reader && all.filter((whom) => threadGoesTo(reader, viewer, whom))
  }
  const student: Viewer = { kind: 'person', person: personId.parse('mei'), seat: null, hears: [] }
  expect(goes('reader', { kind: 'chair' })).toEqual(['class', 'instructor', 'student'])
  for (const viewer of [student, { kind: 'chair' } as const]) {
    expect(goes('class', viewer)).toEqual(['class'])
    for (const code of ['side.us', 'offices', 'numbers', 'numbers.caucuses']) expect(goes(code, viewer)).toEqual([])
  }
  expect(goes('reader', student)).toEqual(['class'])
})

test('D28 words are found again where they moved to, by what a page shows of them, and nowhere once they are gone', () => {
  fc.assert(
    fc.property(fc.lorem(), fc.nat(40), fc.nat(40), fc.lorem({ maxCount: 3 }), (text, from, length, before) => {
      const quote = text.slice(from, from + length + 1).trim()
      if (quote === '') return
      const offset = text.indexOf(quote)
      expect(spanIn(text, { quote, offset })).toEqual({ quote, offset })
      const moved = spanIn(`${before} ${text}`, { quote, offset })
      expect(`${before} ${text}`.slice(moved?.offset).startsWith(quote)).toBe(true)
      expect(spanIn(text.replaceAll(quote, ''), { quote: `${quote}#`, offset })).toBeNull()
    }),
  )
  const written = 'Name *two* things:\n- ships,\n- and *aircraft* only.'
  expect(stretchOf(written, 'two things: ships', 5)).toEqual({ quote: 'two* things:\n- ships', offset: 6 })
  expect(stretchOf('again and again', 'again', 8)).toEqual({ quote: 'again', offset: 10 })
  expect(stretchOf('𠮷野家 and more', 'and', 0)).toEqual({ quote: 'and', offset: 5 })
  expect(stretchOf(written, 'words nobody said', 0)).toBeNull()
})

test('what others write while a page is open is counted and not shown; one’s own is', () => {
  const comment = (id: string, own: boolean) => ({
    ...{ id, own, name: null, isStaff: false },
    text: id,
    at: 0,
    hidden: null,
  })
  const thread = (id: string, ...comments: ReturnType<typeof comment>[]) => ({
    ...{ id, comments, entry: '1', span: null, isSpanGone: false, for: 'class' as const, tags: [], exemplar: false },
    mayAnswer: true,
  })
  const before = [thread('a', comment('a1', false))]
  const now = [
    thread('a', comment('a1', false), comment('a2', false), comment('a3', true)),
    thread('b', comment('b1', false)),
  ]
  expect(unseenComments(before, now)).toBe(3)
  const shown = seenAndOwn(before, now)
  expect(shown.map(({ comments }) => comments.map(({ id }) => id))).toEqual([['a1', 'a3']])
  expect(unseenComments(shown, now)).toBe(2)
})

test('D30 what is hidden or deleted meanwhile is off an open page, its tags too, and nothing is added to it', () => {
  const comment = (id: string, text: string | null) => ({
    ...{ id, text, own: false, name: null, isStaff: false, at: 0, hidden: null },
  })
  const thread = (id: string, tags: string[], ...comments: ReturnType<typeof comment>[]) => ({
    ...{ id, tags, comments, entry: '1', span: null, isSpanGone: false, for: 'class' as const, exemplar: false },
    mayAnswer: true,
  })
  const before = [
    thread('a', ['rude'], comment('a1', 'words'), comment('a2', 'stay')),
    thread('b', ['b'], comment('b1', 'gone')),
  ]
  const now = [thread('a', [], comment('a1', null), comment('a2', 'stay'), comment('a3', 'new'))]
  const left = withoutGone(before, now)
  expect(left.map(({ tags, comments }) => [tags, comments.map(({ text }) => text)])).toEqual([
    [[], [null, 'stay']],
    [[], [null]],
  ])
  expect(
    threadsInFile(
      [{ ...before[0]!, comments: [{ ...comment('a1', 'words'), hidden: 'Rude.' }, comment('a2', 'stay')] }],
      { kind: 'class' },
      { kind: 'chair' },
    )[0]?.tags,
  ).toEqual([])
})
