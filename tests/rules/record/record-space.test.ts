// D35 and D36: every record that a room can reach can be brought again, and nobody fills one alone.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advanceWithin, follow, type RoomAt, UNOPENED } from '#simulation/engine/advance'
import { fullness, NOTHING_TAKEN, overfull, takenWith } from '#simulation/engine/record-space'
import { nextDue } from '#simulation/engine/timers'
import { actorId, commandId, OPERATOR } from '#simulation/kernel/ids'
import { RECORD } from '#simulation/kernel/limits'
import { lot } from '#simulation/kernel/seeded-random'
import { LARGEST_FILE, writeRecord } from '#simulation/reading/record/record-file'
import { readRecord } from '#simulation/reading/record/record-file-reading'
import { roomCommand } from '#simulation/shapes/room-command'
import { displayNames } from '#simulation/wire/protocol'
import { outcome } from '../../corpus/work'
import { givenWeek, opensAt, phaseOf, post } from '../../screens/homework/given-week'
import { AMARA, BEN, CHAIR, hand, statement, type Written } from '../../support/cast'
import { given, Outcome, START } from '../../support/given'
import { patience } from '../../support/patience'
import { heardByChair } from '../../support/stories/heard'
import { StoryBook } from '../../support/stories/story-book'
import { attempt } from '../../support/stories/story-deeds'
import { type Deed, type Dice, PEOPLE, planOf, type Script, script } from '../../support/stories/story-script'

/** What fills a record; each room draws some of it. */
const FILLING: readonly Deed[] = [
  ...(['makeStatement', 'askForFloor', 'grantFloor', 'yieldFloor'] as const),
  ...(['speakInCaucus', 'speakInBilateral', 'draftPosition', 'filePosition', 'draftVersion', 'putForward'] as const),
  ...(['standOn', 'castBallot', 'adviseBallot', 'callForHelp', 'answerHelp', 'nudge', 'readNotes'] as const),
  ...(['bookmarkEntry', 'liftBookmark', 'pauseClock', 'resumeClock', 'postStatement', 'writeReflection'] as const),
  ...(['markAbsent', 'markReturned', 'makeOffer', 'answerOffer', 'markStance', 'writeChronicle'] as const),
]

/** A room that is filled as fast as its rules let it. */
class Filling {
  room: RoomAt = UNOPENED
  readonly refused = new Map<string, number>()
  readonly #told: Script
  readonly #deeds: readonly Deed[]
  readonly #words: string
  readonly #book: StoryBook
  #now = START
  #asked = 0

  /** `taken` rows of its space are taken before anything is done. */
  constructor(told: Script, deeds: readonly Deed[], words: string, taken = 0) {
    this.#told = told
    this.#deeds = deeds
    this.#words = words
    const planned = planOf(told)
    this.#book = new StoryBook(planned.plan)
    this.does('clock', { type: 'openRoom', ...planned })
    this.room = { ...this.room, taken: { ...this.room.taken, rows: this.room.taken.rows + taken } }
    for (const [index, person] of PEOPLE.entries())
      this.does(CHAIR, { type: 'placePerson', person, seat: planned.plan.seats[index]?.id ?? null })
  }

  does(by: string, command: Written): boolean {
    this.#asked += 1
    const asked = {
      by: actorId.parse(by),
      commandId: commandId.parse(`asked-by-${this.#asked}`),
      at: this.#now,
      lot: 0,
    }
    const done = advanceWithin(this.room, { ...asked, command: roomCommand.parse(command) })
    if (!done.ok) {
      this.refused.set(done.rejection, (this.refused.get(done.rejection) ?? 0) + 1)
      return false
    }
    this.room = done.after
    for (const row of done.rows) this.#book.note(row)
    return true
  }

  /** Until its people can add nothing, or the agenda is at its end: as much in each phase as its rules take. */
  fills(): this {
    while (this.goesOn()) {
      const before = this.room.seq
      for (let waited = 0; waited < 800 && this.room.seq < before + 4000; waited += 1) {
        if ((this.refused.get('record-full') ?? 0) > 100) return this
        if (this.#tries()) waited = 0
      }
    }
    return this
  }

  #tries(): boolean {
    const die = (of: string) => Math.floor(lot(this.#told.seed + this.#asked * 31, of) * 10_000)
    const dice: Dice = [die('a'), die('b'), die('c'), die('d'), die('e')]
    // Seldom, because what it tries is looked for in the whole record.
    const deed = this.#asked % 400 === 0 ? 'withdrawStatement' : this.#deeds[die('deed') % this.#deeds.length]
    const next = deed && this.room.state ? attempt(deed, dice, this.#book, this.room.state) : null
    return next !== null && this.does(next.by, withWords(next.command, this.#words))
  }

  /** The next phase, by the chair or because it is due. */
  goesOn(): boolean {
    const { state } = this.room
    if (!state || state.agenda.status === 'finished') return false
    const { index, status } = state.agenda
    if (
      status === 'running'
        ? this.does(CHAIR, { type: 'endPhase', index })
        : this.does(CHAIR, { type: 'startPhase', index: index + 1 })
    )
      return true
    const due = nextDue(state, this.#now)
    if (!due) return false
    this.#now = Math.max(this.#now, due.at)
    return this.does(due.by, due.command)
  }
}

/** With more words, where its text takes so many. */
const withWords = (command: Written, words: string): Written =>
  words === ''
    ? command
    : (roomCommand.safeParse({ ...command, text: `${'text' in command ? command.text : ''}${words}` }).data ?? command)

const about = ({ plan }: NonNullable<RoomAt['state']>) => ({
  reader: 'chair' as const,
  room: { name: 'Table 1' },
  activity: { title: 'The gap', kind: plan.kind, scenario: plan.scenarioKey, agenda: plan.agendaKey },
  course: { title: 'IR 347', timeZone: 'Asia/Tokyo' },
})
const names = displayNames.parse(Object.fromEntries(PEOPLE.map((name) => [name, 'N'.repeat(60)])))

describe('a record has space for a number of rows and of bytes (D35)', () => {
  test('whatever fills a room, it can be ended, and its file comes back byte for byte', {
    timeout: patience(120_000),
  }, () => {
    const seen = { rooms: 0, longest: 0, largest: 0, own: 0 }
    let last = ''
    fc.assert(
      fc.property(
        script(1, false, 'china-gap'),
        fc.shuffledSubarray([...FILLING], { minLength: 16 }),
        (told, deeds) => {
          seen.rooms += 1
          const wordy = seen.rooms % 2 === 0
          // The one is full of bytes, from its first row; the other of rows, of which three in five are given.
          const filling = wordy
            ? new Filling(told, deeds, '会談。'.repeat(300)).fills()
            : new Filling(told, deeds, '', RECORD.rows * 0.6).fills()
          while (filling.goesOn());
          expect(filling.does(CHAIR, { type: 'closeRoom' })).toBe(true)
          const { log, state, seq, taken } = filling.room
          if (!state) throw new Error('The room never opened.')
          expect(seq).toBeLessThanOrEqual(RECORD.rows)
          last = writeRecord(about(state), heardByChair(log.toArray()), names)
          const rows = Buffer.byteLength(last.slice(last.indexOf('"rows": [')))
          expect(rows).toBeLessThanOrEqual(taken.bytes)
          expect(Buffer.byteLength(last)).toBeLessThanOrEqual(LARGEST_FILE)
          const read = outcome(readRecord(last))
          if ('fault' in read) throw new Error(JSON.stringify(read))
          expect(writeRecord(read.head, heardByChair(read.rows), read.head.roll) === last).toBe(true)
          seen.longest = Math.max(seen.longest, taken.rows)
          seen.largest = Math.max(seen.largest, taken.bytes)
          seen.own += filling.refused.get('own-share') ?? 0
        },
      ),
      { numRuns: 2, seed: 20_261_202, endOnFailure: true },
    )
    expect(seen.longest).toBeGreaterThan(RECORD.rows * 0.9 - 100)
    expect(seen.largest).toBeGreaterThan(RECORD.bytes / 2)
    expect(seen.own).toBeGreaterThan(0)
    const at = last.lastIndexOf('"audience":"everyone"')
    const other = `${last.slice(0, at)}${last.slice(at).replace('everyone', 'instructor')}`
    expect(outcome(readRecord(other))).toMatchObject({ fault: 'not-by-the-rules' })
  })

  const said = given()
    .enters('floor')
    .does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    .does(AMARA, statement('The first words.'))
  /** A room in its floor debate, of whose record so many rows are taken, by Amara some of them. */
  function filled(rows: number, own = 0): (by: string, command: Written) => Outcome {
    const at = follow(UNOPENED, said.rows)
    const room = { ...at, taken: { rows, bytes: 0, by: new Map([[actorId.parse(AMARA), { rows: own, bytes: 0 }]]) } }
    const moment = { commandId: commandId.parse('one-more'), at: at.at, lot: 0 }
    return (by, command) =>
      new Outcome(advanceWithin(room, { ...moment, by: actorId.parse(by), command: roomCommand.parse(command) }))
  }

  test('D35 its people have nine tenths of it, chair and clock all but a fortieth, and its end the rest', () => {
    const [people, procedure, end] = [RECORD.rows * 0.9, RECORD.rows * 0.975, RECORD.rows * 0.995]
    filled(people - 1)(AMARA, statement('The last words.')).isAllowed()
    filled(people)(AMARA, statement('One too many.')).isRefused('record-full')
    filled(people)('clock', { type: 'markAbsent', seat: 'us.state' }).isRefused('record-full')
    filled(people)(CHAIR, { type: 'endPhase', index: 4 }).isAllowed()
    filled(procedure - 1)(CHAIR, { type: 'pauseClock' }).isAllowed()
    filled(procedure)(CHAIR, { type: 'pauseClock' }).isRefused('record-at-end')
    const late = { ...NOTHING_TAKEN, rows: procedure + 1 }
    expect(overfull(late, actorId.parse(CHAIR), { type: 'unsealRecord' }, false)).toBeNull()
    filled(procedure)(CHAIR, { type: 'removePerson', person: 'amara' }).isAllowed()
    filled(end)(CHAIR, { type: 'removePerson', person: 'amara' }).isRefused('record-at-end')
    filled(end)(CHAIR, { type: 'closeRoom' }).isAllowed()
    const entry = String(said.state.record.last()?.no)
    const strike: Written = { type: 'strikeWords', entry, words: 'all', reason: 'not-fit' }
    filled(end)(CHAIR, strike).isRefused('record-at-end')
    filled(end)(OPERATOR, strike).isAllowed()
    filled(people)(BEN, { type: 'reportLine', entry, reason: 'other', text: 'It is not hers.' }).isAllowed()
  })

  test('D35 a sealed post takes the space of its copy at once, so that its phase can be ended whatever is sealed', () => {
    const phase = phaseOf('openings')
    const room = givenWeek(opensAt('openings'), { requires: [], postFirst: true })
    for (let no = 1; no <= 120; no += 1) room.does(AMARA, post(phase, `${no}: ${'会談。'.repeat(1300)}`))
    room.does(AMARA, {
      type: 'reviseStatement',
      entry: String(room.state.posts[0]?.no),
      text: '会談。'.repeat(1300),
      anchors: [],
    })
    const before = follow(UNOPENED, room.rows)
    const full = { ...before, taken: { rows: 0, bytes: RECORD.bytes * 0.9, by: new Map() } }
    const end = { by: actorId.parse(CHAIR), commandId: commandId.parse('the-phase-ends'), at: before.at, lot: 0 }
    const done = advanceWithin(full, { ...end, command: { type: 'endPhase', index: phase } })
    if (!done.ok) throw new Error(done.rejection)
    const { log, taken } = follow(before, done.rows)
    expect(done.rows.filter(({ event }) => event.type === 'StatementPosted')).toHaveLength(120)
    expect(taken.rows).toBeGreaterThanOrEqual(log.length)
    expect(taken.bytes).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(log.toArray())))
  })

  test('D35 words that are taken off count as a hundred rows', () => {
    const story = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    story.does(AMARA, statement('Unsaid.'))
    const entry = Number(story.state.record.last()?.no)
    const before = takenWith(NOTHING_TAKEN, story.rows).rows
    story.does(AMARA, { type: 'withdrawStatement', entry, reason: 'Unclear.' })
    expect(takenWith(NOTHING_TAKEN, story.rows).rows).toBe(before + 100)
  })

  test('D35 from four fifths on its chair is told, by rows and by bytes', () => {
    const shares = [0.79, 0.8, 0.89, 0.9].map((share) => ({ rows: RECORD.rows * share, bytes: RECORD.bytes * share }))
    for (const part of ['rows', 'bytes'] as const)
      expect(shares.map((taken) => fullness({ ...NOTHING_TAKEN, [part]: taken[part] }))).toEqual([
        ...[null, 'filling'],
        ...['filling', 'full'],
      ])
  })

  test('D36 one person adds a tenth of it and no more; the chair and the others go on', () => {
    const full = RECORD.rows * 0.1
    filled(5000, full - 1)(AMARA, statement('The last words.')).isAllowed()
    filled(5000, full)(AMARA, statement('One too many.')).isRefused('own-share')
    filled(5000, full)(BEN, hand()).isAllowed()
  })
})
