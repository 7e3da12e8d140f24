/** A student with a phone: does what the page asks whenever it asks it, by itself, and keeps what was asked and done. */
import type { Page } from '@playwright/test'
import type { PersonId } from '#simulation/kernel/ids'
import type { TaskKind } from '#simulation/reading/asked'
import { overflowOf } from '../support/barriers'
import { patience } from '../support/patience'
import { type AskedLine, hearFrom, SILENT, taskIn } from './page-says'
import * as presses from './presses'

/** What a student takes from the class they sit in, beside what their page says. */
export type Table = Readonly<{
  /** The phase that runs. */
  phase: () => number
  /** Whether the debate runs: the one phase in which this play's hands go up and its observers write. */
  debates: () => boolean
  /** Whether whoever has the floor has held it long enough for their turn to stand on the record. */
  hasSaid: () => boolean
  /** A turn that its speaker left as spoken and that has no words yet. */
  spoken: () => number | null
}>

/** How long a page may take to say something else once what it asked is done. */
const ANSWER_MS = 20_000
/** Asked as long as a phase lasts, and done once in it. */
const ONCE: readonly TaskKind[] = ['ask-for-floor', 'talk-in-caucus', 'observe', 'settle']
/** To read, to look, to wait for one's turn: nothing to press. */
const NOTHING: readonly TaskKind[] = ['read-brief', 'open', 'in-queue']

export class Phone {
  readonly complaints: string[] = []
  /** Whose page it is; known once they sit. */
  person: PersonId | null = null
  /** What the story has this student do: whether they raise a hand, how their turns get their words, whether the page is loaded anew in the queue. */
  part: { asksForFloor: boolean; manner: presses.Manner; reloads: boolean } = {
    asksForFloor: false,
    manner: 'typed',
    reloads: false,
  }
  /** How many statements they have typed as they spoke. */
  spoken = 0
  /** Whether they have settled where the words of their turn come from. */
  hasLeft = false
  asleep = false
  said: AskedLine = SILENT
  readonly #asked = new Map<TaskKind, number>()
  readonly #done = new Map<TaskKind, number[]>()
  /** In which phase they did a thing last. */
  readonly #last = new Map<TaskKind, number>()
  #busy = false
  #wake: () => void = () => undefined
  #left = false

  constructor(
    readonly page: Page,
    readonly name: string,
    private readonly table: Table,
  ) {}

  /** Opens the room in which they will sit, and lives there. */
  async start(seat: string, office: string | null): Promise<void> {
    const { page } = this
    await hearFrom(page, (said) => this.#hear(said))
    await page.goto(seat)
    if (office) await page.getByRole('radio', { name: office }).check()
    await page.getByRole('button', { name: office ? `Sit as ${office}` : 'Draw a seat by lot' }).click()
    await page.waitForURL('**/rooms/*')
    void this.#live()
  }

  /** What the page asks, as a task; null where it asks nothing. */
  get kind(): TaskKind | null {
    return taskIn(this.said) ?? null
  }

  /** What this student is about to do or does; null where they are content. */
  get does(): TaskKind | 'something' | null {
    return this.#busy ? (this.kind ?? 'something') : this.#wants()
  }

  #hear(said: AskedLine): void {
    this.said = said
    const kind = taskIn(said)
    if (kind === undefined)
      this.complaints.push(`${this.name} is asked in words that the play does not know: ${said.ask}`)
    if (kind) this.#asked.set(kind, (this.#asked.get(kind) ?? 0) + 1)
    this.#wake()
  }

  /** Has them look again at what their page says, for what the table alone knows of. */
  look(): void {
    this.#wake()
  }

  async #live(): Promise<void> {
    while (!this.#left) {
      const kind = this.#wants()
      if (kind === null) await this.#news()
      else await this.#act(kind)
    }
  }

  #wants(): TaskKind | null {
    const { kind, table, part } = this
    if (kind === null || this.asleep || (ONCE.includes(kind) && this.#last.get(kind) === table.phase())) return null
    if (kind === 'in-queue') return part.reloads ? kind : null
    if (NOTHING.includes(kind)) return null
    if (kind === 'ask-for-floor') return part.asksForFloor && table.debates() ? kind : null
    if (kind === 'observe') return table.debates() ? kind : null
    if (kind === 'give-words') return table.spoken() === null ? null : kind
    return kind
  }

  async #act(kind: TaskKind): Promise<void> {
    const { said } = this
    const [from, phase] = [Date.now(), this.table.phase()]
    this.#busy = true
    try {
      if ((await overflowOf(this.page)) > 0)
        this.complaints.push(`${this.name}: the page scrolls sideways at “${said.ask}”.`)
      await this.#does(kind)
      this.#last.set(kind, phase)
      this.#done.set(kind, [...(this.#done.get(kind) ?? []), Date.now() - from])
      if (!ONCE.includes(kind) && !(await this.#moves(said)))
        this.complaints.push(`${this.name} did it, and is asked as before: ${said.ask} ${said.why}`)
    } catch (fault) {
      // Asked no longer: the phase went on, or somebody else did it.
      if (this.said.ask === said.ask) {
        this.complaints.push(`${this.name}, ${kind}: ${String(fault)}`)
        this.#left = true
      }
    } finally {
      this.#busy = false
    }
  }

  async #does(kind: TaskKind): Promise<void> {
    const { page, part, table } = this
    switch (kind) {
      case 'own-view':
        return presses.marksOwnView(page)
      case 'file':
        return presses.files(page)
      case 'propose':
        return presses.proposes(page, this.name)
      case 'ask-for-floor':
        return presses.asksForFloor(page)
      case 'in-queue':
        part.reloads = false
        this.said = SILENT
        return void (await page.reload())
      case 'speak': {
        const manner = table.debates() ? part.manner : 'typed'
        await presses.speaks(page, manner, table.hasSaid)
        if (manner === 'typed') this.spoken += 1
        return
      }
      case 'owe-words':
        await presses.givesWords(page, part.manner)
        this.hasLeft = true
        return
      case 'observe':
      case 'give-words':
        return presses.observes(page, kind, table.spoken())
      case 'talk-in-caucus':
        return presses.talks(page)
      case 'settle':
        return this.said.ask.startsWith('Tell the') ? presses.talks(page) : presses.settles(page)
      case 'cast':
        return presses.casts(page)
      case 'advise':
        return presses.advises(page)
      case 'reflect':
        return presses.reflects(page)
      default:
        throw new Error('The play does not know how this is done on a phone.')
    }
  }

  #news(): Promise<void> {
    return new Promise((heard) => {
      this.#wake = heard
    })
  }

  /** Whether the page says something else than this, before long. */
  async #moves(from: AskedLine): Promise<boolean> {
    const until = Date.now() + patience(ANSWER_MS)
    const isSame = () => this.said.ask === from.ask && this.said.why === from.why
    while (isSame() && Date.now() < until) {
      let timer: ReturnType<typeof setTimeout> | undefined
      await Promise.race([this.#news(), new Promise((over) => (timer = setTimeout(over, until - Date.now())))])
      clearTimeout(timer)
    }
    return !isSame()
  }

  /** Offline, as a phone in a pocket. */
  async sleep(): Promise<void> {
    this.asleep = true
    await this.page.context().setOffline(true)
  }

  async wakeUp(): Promise<void> {
    await this.page.context().setOffline(false)
    this.asleep = false
    this.look()
  }

  /** At the end of a phase: what was asked in it, and what was done and how long each took. */
  tell(): { asked: TaskKind[]; done: [TaskKind, number[]][] } {
    const told = { asked: [...this.#asked.keys()], done: [...this.#done] }
    this.#asked.clear()
    this.#done.clear()
    return told
  }

  async leave(): Promise<void> {
    this.#left = true
    this.look()
    await this.page.context().close()
  }
}
