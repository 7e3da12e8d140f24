/** People who come, sit and talk as the phases allow, at random and from a seed, until they are told to stop. */
import { setTimeout as wait } from 'node:timers/promises'
import { intent } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { phaseNow, type RoomState } from '#simulation/state/room-state'
import { CN, JP, JP_CN, US, US_CN, US_JP } from '../support/stories/sides'
import type { Table } from './classroom'
import type { WatchedPage } from './journal-of-pages'
import { newWord } from './marked-words'

export type Dice = () => number

/** A small generator, so that a run can be had again by its seed. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pick = <T>(dice: Dice, from: readonly T[]): T => {
  const picked = from[Math.floor(dice() * from.length)]
  if (picked === undefined) throw new Error('There is nothing to pick from.')
  return picked
}

/** A page that has so much waiting is offline; whoever sits there stops typing. */
const PATIENCE = 5

export class Talk {
  readonly #dice: Dice
  readonly #pauseMs: number
  readonly #extends: number
  readonly #answers = new Map<Promise<unknown>, WatchedPage>()
  #people: Promise<void>[] = []
  #going = true

  /** Each person does something about every `pauseMs`. */
  constructor(tables: readonly Table[], dice: Dice, how: { pauseMs: number; extends: number }) {
    this.#dice = dice
    this.#pauseMs = how.pauseMs
    this.#extends = how.extends
    this.#people = tables.flatMap(({ chair, delegates }) => [
      this.#act(chair, (state) => this.#chairDoes(state)),
      ...delegates.map((page) => this.#act(page, (state) => this.#delegateDoes(page, state))),
    ])
  }

  /** Resolves when everybody has stopped and has had every answer; who is out gets none. */
  async stop(): Promise<void> {
    this.#going = false
    await Promise.all(this.#people)
    await Promise.all([...this.#answers].flatMap(([answer, { outSince }]) => (outSince === null ? [answer] : [])))
  }

  async #act(page: WatchedPage, next: (state: RoomState) => [ClientCommand, string?] | null): Promise<void> {
    while (this.#going) {
      await wait(this.#pauseMs * (0.5 + this.#dice()))
      const { state, waiting } = page.link.view
      if (!state || waiting.length >= PATIENCE) continue
      const does = next(state)
      if (!does) continue
      const answer = page.submit(...does).finally(() => this.#answers.delete(answer))
      this.#answers.set(answer, page)
    }
  }

  #chairDoes(state: RoomState): [ClientCommand, string?] | null {
    if (state.agenda.status === 'lobby') return null
    if (this.#dice() < this.#extends) return [{ type: 'extendClock', minutes: 1 }]
    const text = newWord()
    return this.#dice() < 0.5
      ? [{ type: 'nudge', to: pick(this.#dice, ['room', US, JP, CN]), text }, text]
      : [{ type: 'writeInject', headline: 'News', text }, text]
  }

  #delegateDoes(page: WatchedPage, state: RoomState): [ClientCommand, string?] | null {
    const { viewer } = page.link.view
    if (viewer?.kind !== 'person') return null
    if (viewer.seat === null) return [{ type: 'takeSeat', seat: null }]
    const text = newWord()
    const said = { text, intent: pick(this.#dice, intent.options), answers: null, anchors: [] }
    if (state.floor.holder?.seat === viewer.seat)
      return this.#dice() < 0.7 ? [{ type: 'makeStatement', ...said }, text] : [{ type: 'yieldFloor', to: null }]
    switch (phaseNow(state)?.kind) {
      case 'caucus':
      case 'briefing':
      case 'reveal':
        return [{ type: 'speakInCaucus', text }, text]
      case 'openings':
      case 'floor':
        return this.#dice() < 0.4
          ? [{ type: 'askForFloor', intent: said.intent, answers: null }]
          : [{ type: 'speakInCaucus', text }, text]
      case 'negotiation':
        return this.#dice() < 0.5
          ? [{ type: 'speakInBilateral', between: pick(this.#dice, [US_JP, US_CN, JP_CN]), text }, text]
          : [{ type: 'speakInCaucus', text }, text]
      case 'reflection':
      case 'debrief':
        return [{ type: 'writeReflection', prompt: 0, text }, text]
      default:
        return [{ type: 'callForHelp', text }, text]
    }
  }
}
