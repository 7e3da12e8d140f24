/**
 * The same story on the real server: gateway, rooms, log and PostgreSQL as main.ts opens them, pages on real sockets, the clock in
 * the teller's hand. Commands come twice and late, saves are lost on the line, the house is opened anew in the middle; the room must
 * tell the very rows it was told beforehand, and every page must stand where its reader may.
 */
import { expect } from 'vitest'
import { database } from '#server/base/database'
import { openRoomLog } from '#server/store/log/room-log'
import { maskedLog } from '#simulation/engine/masked-log'
import { type CommandId, commandId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import { closeHouse, type House, openHouse } from '../../server/live/given/given-classroom'
import { HandTime } from '../../server/live/given/given-room'
import { areSame, written } from '../../support/files/written'
import { START } from '../../support/given'
import { patience } from '../../support/patience'
import { PEOPLE, type Script } from '../../support/stories/story-script'
import { judgeMembership, judgeOrder } from '../oracle'
import type { Dice } from '../talk'
import {
  type Beforehand,
  CHAIR_PAGE,
  isFiledForTheChair,
  STAGE_PAGE,
  type Step,
  tellBeforehand,
} from './story-beforehand'
import { StoryPage } from './story-pages'
import type { StoryRoom } from './story-place'
import { compareViews, expectNoLeak, expectNothingMissing } from './told-views'

/** Which faults are injected. */
export type Trouble = { saves: boolean; opensAnew: boolean }
/** How much was seen, so that a law that looked at nothing is noticed. */
export const nothingSeen = () => ({
  ...{ stories: 0, rows: 0, commands: 0, refused: 0, ofTheClock: 0, views: 0, entries: 0, found: 0, hidden: 0 },
  ...{ copies: 0, lateCopies: 0, savesLost: 0, answersLost: 0, openedAnew: 0, replays: 0, removals: 0 },
})
export type Seen = ReturnType<typeof nothingSeen>

const BETWEEN_LOOKS = 12
const LONGEST_MS = patience(30_000)
/** A page's submissions are answered in milliseconds here; whoever plays ten people at once would otherwise be slowed down. */
const lifted = { burst: 1e9, perSecond: 1e9 }
const allowances = { submits: lifted, submitsOfPerson: lifted, joins: lifted, messages: lifted }

export async function tellLive(
  place: StoryRoom,
  told: Script,
  dice: Dice,
  trouble: Trouble,
  seen: Seen,
): Promise<void> {
  const telling = new Delivery(place, tellBeforehand(told), dice, trouble, seen)
  try {
    await telling.tell()
  } catch (error) {
    throw new Error(`It went another way: ${await telling.firstOther()}`, { cause: error })
  } finally {
    await telling.close()
  }
}

class Delivery {
  readonly #time = new HandTime(START)
  readonly #pages = new Map<string, StoryPage>()
  readonly #shutOut = new Set<string>()
  /** What each page has had accepted, for late copies of it. */
  readonly #accepted = new Map<string, { id: CommandId; step: Step }[]>()
  #house: House | null = null
  #seq = 0

  constructor(
    readonly place: StoryRoom,
    readonly score: Beforehand,
    readonly dice: Dice,
    readonly trouble: Trouble,
    readonly seen: Seen,
  ) {}

  async tell(): Promise<void> {
    const { steps, story, openingRows } = this.score
    await this.#writeOpening(story.rows.slice(0, openingRows))
    await this.#open()
    const anew = this.trouble.opensAnew ? Math.floor(this.dice() * steps.length) : -1
    let beats = 0
    for (const [index, step] of steps.entries()) {
      if (index === anew) await this.#openAnew()
      if (step.at !== this.#time.now()) await this.#all()
      this.#time.jumpTo(step.at)
      if (this.trouble.saves && step.refused === null && this.dice() < 0.04) this.#loseASave()
      if (step.isOfPage) await this.#speak(step, index)
      else if (step.refused === null && !isFiledForTheChair(steps.slice(index))) await this.#clockTo(step)
      if (step.endsBeat) {
        beats += 1
        if (beats % BETWEEN_LOOKS === 0) await this.#look(index + 1, beats % (4 * BETWEEN_LOOKS) === 0)
      }
    }
    await this.#look(steps.length, true)
    await this.#judge()
  }

  /** The first row that stands in the room and was not foreseen, for whoever looks for the reason. */
  async firstOther(): Promise<string> {
    const foreseen = this.score.story.rows
    const other = (await this.#read()).find((row, index) => written(row.event) !== written(foreseen[index]?.event))
    if (!other) return 'every row stands as it was foreseen'
    const { seq, by, event } = other
    return `row ${seq} is ${event.type} by ${by}, not ${foreseen[seq - 1]?.event.type}`
  }

  async close(): Promise<void> {
    for (const { link } of this.#pages.values()) link.stop()
    if (!this.#house) return
    const closing = closeHouse(this.#house).then(() => true)
    this.#house = null
    // A room that waits for its database waits by the clock, and that stands still unless it is moved.
    const aMoment = () => new Promise<boolean>((later) => setTimeout(later, 50, false))
    while (!(await Promise.race([closing, aMoment()])))
      await this.#time.moveTo(this.#time.now() + 1_000, async () => undefined)
  }

  get #chair(): StoryPage {
    return this.#page(CHAIR_PAGE)
  }

  #page(name: string): StoryPage {
    const page = this.#pages.get(name)
    if (!page) throw new Error(`Nobody is called ${name}.`)
    return page
  }

  async #writeOpening(rows: readonly Recorded[]): Promise<void> {
    const log = openRoomLog(this.place.directUrl, 1)
    await log.append(this.place.roomId, rows)
    await log.close()
    this.#seq = rows.length
  }

  async #open(): Promise<void> {
    this.#house = await openHouse(this.place.line.url, { time: this.#time, allowances })
    for (const name of [CHAIR_PAGE, STAGE_PAGE, ...PEOPLE]) this.#openPage(name)
    await this.#all()
  }

  #openPage(name: string): void {
    if (!this.#house) throw new Error('There is no house.')
    const { address } = this.#house
    const { roomId, cookieOf } = this.place
    const at = {
      address,
      roomId,
      cookie: cookieOf(name),
      as: name === STAGE_PAGE ? ('stage' as const) : ('self' as const),
    }
    this.#pages.set(name, new StoryPage(name, at, this.#pages.get(name)?.found))
  }

  /** As after a restart: nothing of the old rooms is left but their log, and every page has been reloaded. */
  async #openAnew(): Promise<void> {
    const now = this.#time.now()
    await this.close()
    this.#time.jumpTo(now)
    await this.#open()
    this.seen.openedAnew += 1
    // What was answered before the restart is answered the same after it.
    for (const [name, accepted] of this.#accepted) for (const one of accepted.slice(-2)) await this.#sendLate(name, one)
  }

  /** The log as far as it has been told. */
  get #told(): readonly Recorded[] {
    return this.score.story.rows.slice(0, this.#seq)
  }

  /** Until everybody has heard everything, and stands in the room as who they are by now. */
  async #all(): Promise<void> {
    await Promise.all(
      [...this.#pages.values()].map((page) =>
        this.#shutOut.has(page.name) ? page.isShutOut() : page.stands(this.#told),
      ),
    )
  }

  #loseASave(): void {
    const { line } = this.place
    const isAnswer = this.dice() < 0.5
    void (isAnswer ? line.loseNextAnswer() : line.loseNextCommit()).then(() => {
      this.seen[isAnswer ? 'answersLost' : 'savesLost'] += 1
    })
  }

  /** A person's command: it has the verdict foreseen for it, however often it comes. */
  async #speak(step: Step, index: number): Promise<void> {
    const name = step.by.startsWith('chair:') ? CHAIR_PAGE : step.by.slice(2)
    if (this.#shutOut.has(name)) {
      // Who was removed has no line to say it on; the rules would not have it either.
      expect(step.refused, `${name} was removed and may ${step.command.type}`).not.toBeNull()
      return
    }
    const page = this.#page(name)
    await page.stands(this.#told)
    const id = commandId.parse(`told-${index}-${Math.floor(this.dice() * 1e9).toString(36)}`)
    const copies = this.dice() < 0.15 ? 2 : 1
    const late = this.dice() < 0.1 ? this.#accepted.get(name)?.at(-1 - Math.floor(this.dice() * 5)) : undefined
    const answers = Array.from({ length: copies }, () => page.send(this.place.roomId, id, step.command))
    if (late) await this.#sendLate(name, late)
    const wanted = step.refused === null ? { ok: true } : { ok: false, rejection: step.refused }
    for (const answer of await Promise.all(answers))
      expect(answer, `${step.by} ${step.command.type}`).toMatchObject(wanted)
    this.seen.commands += 1
    this.seen.copies += copies - 1
    if (step.refused !== null) {
      this.seen.refused += 1
      return
    }
    const own = this.#accepted.get(name) ?? []
    this.#accepted.set(name, [...own, { id, step }])
    await this.#follow(step)
  }

  async #sendLate(name: string, { id, step }: { id: CommandId; step: Step }): Promise<void> {
    if (this.#shutOut.has(name)) return
    const answer = await this.#page(name).send(this.place.roomId, id, step.command)
    expect(answer, `a late copy of ${step.command.type}`).toMatchObject({ ok: true })
    this.seen.lateCopies += 1
  }

  /** What the server owes the room by itself at this instant. */
  async #clockTo(step: Step): Promise<void> {
    const until = Date.now() + LONGEST_MS
    while (this.#chair.seq < step.seq) {
      if (Date.now() > until) throw new Error(`${step.by} was due to ${step.command.type} and did not.`)
      await this.#time.moveTo(step.at, async () => undefined)
      await new Promise((again) => setImmediate(again))
    }
    this.seen.ofTheClock += 1
    await this.#follow(step)
  }

  async #follow(step: Step): Promise<void> {
    this.#seq = step.seq
    for (const name of step.shutsOut) {
      this.#shutOut.add(name)
      this.seen.removals += 1
    }
    for (const name of step.letsIn) {
      await this.#page(name).isShutOut()
      this.#shutOut.delete(name)
      this.#openPage(name)
    }
    await this.#chair.stands(this.#told)
    if (this.#chair.seq > step.seq) throw new Error(`After ${step.command.type} the server went on by itself.`)
  }

  /** L4 at this moment; and, when asked, what everybody sees. */
  async #look(after: number, closely: boolean): Promise<void> {
    await this.#all()
    expectNoLeak([...this.#pages.values()], this.score.allowed, after)
    if (closely) compareViews(await this.#read(), this.#within(), this.seen)
  }

  /** The pages that have not been shut out. */
  #within(): StoryPage[] {
    return [...this.#pages.values()].filter(({ name }) => !this.#shutOut.has(name))
  }

  async #read(): Promise<Recorded[]> {
    const log = openRoomLog(this.place.directUrl, 1)
    try {
      return await log.read(this.place.roomId)
    } finally {
      await log.close()
    }
  }

  /** The log is the story, each command stands in it once, it folds into what was lived, and whoever had a right to a word has it. */
  async #judge(): Promise<void> {
    const { story } = this.score
    const rows = await this.#read()
    expect(judgeOrder(rows)).toEqual([])
    const people = await database().participant.findMany({
      where: { roomId: this.place.roomId },
      orderBy: { id: 'asc' },
    })
    expect(judgeMembership(rows, people)).toEqual([])
    expect(rows.length).toBe(story.rows.length)
    // A story numbers its commands; pages and the clock give theirs ids of their own.
    const asTold = rows.map((row, index) => ({ ...row, commandId: story.rows[index]?.commandId ?? row.commandId }))
    for (const [index, row] of asTold.entries())
      if (!areSame(row, story.rows[index])) expect(written(row), `row ${row.seq}`).toBe(written(story.rows[index]))
    const { state } = maskedLog(asTold)
    if (!areSame(state, story.state)) expect(written(state)).toBe(written(story.state))
    this.seen.replays += 1
    expectNothingMissing(story, this.#within(), this.seen)
    this.seen.rows += rows.length
    this.seen.stories += 1
  }
}
