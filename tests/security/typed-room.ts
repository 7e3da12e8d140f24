/**
 * A seminar whose every word and name is what should not run: rows of a story that was played at random, stored as they would be
 * had somebody typed that. It knows nothing of pages.
 */

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { database, databaseUrl } from '#server/base/database'
import { addParticipant } from '#server/store/activities/participants'
import { createJoinRequest } from '#server/store/door/join-requests'
import { openRoomLog } from '#server/store/log/room-log'
import { addMark, releaseMarks } from '#server/store/marks/marks'
import { annotate } from '#server/store/records/annotations'
import { type Recorded, recorded } from '#simulation/shapes/record'
import { cookieOf, givenClass } from '../server/live/given/given-classroom'
import { givenGuest } from '../server/store/given-store'
import { Story } from '../support/stories/stories'
import { PEOPLE, script } from '../support/stories/story-script'

let rows: readonly Recorded[] | undefined
/** One story for all: the longest of a few, with enough of every kind of word in it. */
function toldRows(): readonly Recorded[] {
  if (rows) return rows
  const [told] = fc
    .sample(script(600, false, 'china-gap'), { numRuns: 4, seed: 347 })
    .toSorted((one, other) => other.beats.length - one.beats.length)
  if (!told) throw new Error('There is no story.')
  const few = { agenda: 'seminar-50' as const, rounds: ['framing' as const], chairs: { us: 3, jp: 3, cn: 3 } }
  const story = new Story({ ...told, ...few, understudies: false, speed: 1 })
  rows = [...story.rows, ...rowsOfEachKind(story)]
  return rows
}

/** What a story may come to its end without: once more of each kind, so that none depends on the dice. */
function rowsOfEachKind({ rows: before, state }: Story): Recorded[] {
  const [seat] = state.plan.seats.filter(({ delegation }) => delegation === 'us')
  const own = { seats: state.plan.seats.filter(({ delegation }) => delegation === 'us').map(({ id }) => id) }
  const anchors = [{ source: '§91§' }]
  const place = { round: 'framing', delegation: 'us', stage: 'opening', seat: seat?.id }
  const spoken = { seat: seat?.id, text: '§92§', intent: 'point', answers: null, anchors, spokenMs: 1_000 }
  const speaker = `p:${PEOPLE[0]}`
  const source = [{ source: '§104§' }]
  const summary = {
    seat: seat?.id,
    as: 'speaker',
    text: '§103§',
    intent: 'point',
    answers: null,
    anchors: source,
    dictated: false,
  }
  const check = { seat: seat?.id, finding: 'holds', text: '§105§', source: { source: '§106§' } }
  const drafts = [
    { event: { type: 'StatementMade', ...spoken } },
    { event: { type: 'StatementMade', ...spoken, text: '§93§' } },
    { event: { type: 'StatementWithdrawn', seat: seat?.id, entry: state.record.length + 1, reason: '§94§' } },
    { event: { type: 'FloorEnded', seat: seat?.id, spokenMs: 5_000, cause: 'time', speaker, intent: 'point' } },
    { event: { type: 'WordsGiven', ...summary, turn: state.record.length + 4 } },
    { event: { type: 'StatementChecked', ...check, entry: state.record.length + 4 } },
    { event: { type: 'ChronicleWritten', seat: seat?.id, round: null, text: '§107§' } },
    {
      event: {
        type: 'PositionDrafted',
        ...place,
        position: { value: 1, text: '§95§', redLine: '§96§', anchors, guesses: {} },
      },
      audience: { ...own, opens: 'at-debrief' },
    },
    {
      event: { type: 'CaucusSpoken', no: 'us900', seat: seat?.id, delegation: 'us', text: '§102§' },
      audience: { ...own, opens: 'at-debrief' },
    },
    {
      event: { type: 'BilateralSpoken', no: 'us-jp900', seat: seat?.id, between: 'us-jp', text: '§109§' },
      audience: { ...own, opens: 'at-debrief' },
    },
    {
      event: { type: 'ReflectionWritten', no: 'r9-1', person: PEOPLE[0], prompt: 0, text: '§110§' },
      audience: { person: PEOPLE[0] },
    },
    {
      event: {
        type: 'VersionPutForward',
        ...{ clause: state.plan.communique.clauses[0]?.key, version: 'us-90', delegation: 'us', seat: seat?.id },
        ...{ words: '§111§', from: null, cites: null },
      },
    },
    {
      event: {
        type: 'ClauseBroughtIn',
        ...{ clause: 'us.9', version: 'us-1', delegation: 'us', seat: seat?.id, tension: null },
        ...{ heading: '§112§', name: '§113§', words: '§114§' },
      },
    },
    {
      event: {
        type: 'OfferMade',
        ...{ no: 'o-us-jp900', seat: seat?.id, delegation: 'us', to: 'jp', words: '§115§', counters: null },
        ...{ ours: [], theirs: [] },
      },
      audience: { ...own, opens: 'at-debrief' },
    },
    { event: { type: 'BracketKept', clause: state.plan.communique.clauses[0]?.key, delegation: 'us', reason: '§97§' } },
    {
      event: {
        type: 'BallotCast',
        clause: state.plan.communique.clauses[0]?.key,
        delegation: 'us',
        vote: 'against',
        reason: '§108§',
      },
      audience: { ...own, opens: 'at-debrief' },
    },
    { event: { type: 'EntryBookmarked', entry: '1', note: '§98§' }, audience: 'instructor' },
    { event: { type: 'NudgeSent', no: null, to: 'room', text: '§99§' } },
    { event: { type: 'InjectSent', key: 'typed', form: 'wire', headline: '§100§', text: '§101§', anchors: [] } },
  ]
  const last = before.at(-1)
  return drafts.map((draft, index) =>
    recorded.parse({
      audience: 'everyone',
      ...draft,
      seq: (last?.seq ?? 0) + 1 + index,
      at: last?.at,
      by: `p:${PEOPLE[0]}`,
      commandId: `typed-words-${index}`,
    }),
  )
}

export type TypedRoom = {
  roomId: string
  activityId: string
  courseId: string
  code: string
  chairCookie: string
  studentCookie: string
  /** For each place that takes words, which of the words stood there. */
  typed: ReadonlyMap<string, ReadonlySet<string>>
}

/** `from` turns the list of words by so many, so that another one comes to each place. */
export async function typedRoom(words: readonly string[], from: number): Promise<TypedRoom> {
  const typed = new Map<string, Set<string>>()
  const put = (place: string, word: string) => {
    typed.set(place, (typed.get(place) ?? new Set()).add(word))
    return word
  }
  const turned = [...words.slice(from % words.length), ...words.slice(0, from % words.length)]
  const word = (place: string, at: number) => put(place, turned[at % turned.length] ?? '')
  /** The first from there on that a name has room for. */
  const short = (place: string, at: number, most: number) => {
    const fitting = turned.filter(({ length }) => length <= most)
    return put(place, fitting[at % fitting.length] ?? '')
  }
  const of = await givenClass({ rounds: [{ tension: 'framing', seconds: null }] })
  const { activityId, roomId } = of
  const renamed = await database().activity.update({
    where: { id: activityId },
    data: { title: word('activity.title', 0) },
  })
  const { courseId } = renamed
  await database().course.update({ where: { id: courseId }, data: { title: word('course.title', 0) } })
  await database().room.update({ where: { id: roomId }, data: { name: word('room.name', 0) } })

  const ids = new Map<string, string>(PEOPLE.map((name) => [name, `${name}-${activityId.slice(0, 8)}`]))
  const replaced = (value: unknown, place: string): unknown => {
    if (typeof value === 'string') {
      const text = value.replaceAll(/§(\d+)§/g, (_, token: string) => word(place, Number(token)))
      const person = /^p:(\w+)$/.exec(text)?.[1] ?? text
      const id = ids.get(person)
      return id === undefined ? text : text.replace(person, id)
    }
    if (Array.isArray(value)) return value.map((inner) => replaced(inner, place))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner, `${place}.${key}`)]))
  }
  const stored = toldRows().map((row) => recorded.parse(replaced(row, row.event.type)))
  await database().$executeRaw`DELETE FROM room_event WHERE room_id = ${roomId}`
  const log = openRoomLog(databaseUrl(), 1)
  await log.append(roomId, stored)
  await log.close()

  let studentCookie = ''
  for (const [index, name] of PEOPLE.entries()) {
    const guest = await givenGuest(`Guest ${index}`)
    const participantId = ids.get(name) ?? name
    // One name is the word and nothing else; the others are told apart by a number.
    const called = index === 0 ? short('participant.name', 0, 60) : `${short('participant.name', index, 56)} ${index}`
    await addParticipant(database(), { id: participantId, activityId, roomId, userId: guest.person.id, name: called })
    if (index === 0) studentCookie = await cookieOf(guest.sessionId)
    const judged = { criterion: 'role', level: 3, evidence: [], noEvidence: true, comment: word('mark.comment', index) }
    await addMark({ subject: 'student', participantId, roomId, round: null, ...judged }, of.instructor.id)
  }
  const beside = { id: randomUUID(), roomId, entry: '1', span: null, for: 'class', tags: [], exemplar: false }
  await annotate(of.instructor, { ...beside, text: word('annotation.text', 0) })
  await createJoinRequest({ code: of.code, name: short('knock.name', 0, 50) })
  await releaseMarks(activityId, of.instructor.id)
  return { roomId, activityId, courseId, code: of.code, chairCookie: of.chairCookie, studentCookie, typed }
}
