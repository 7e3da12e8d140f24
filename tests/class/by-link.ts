/** A student without a browser: the page's own link to the room, and what "now" asks in the room as that link folds it. */
import { nowFor } from '#simulation/reading/now'
import type { RoomLink } from '../../app/_room/room-link'
import { doing } from './doing'
import { Diary, type Person } from './person'

export class ByLink implements Person {
  readonly complaints: string[] = []
  spoken = 0
  readonly #diary = new Diary()

  /** Whoever asks for no floor listens, as most of a class does in one debate. */
  constructor(
    private readonly link: RoomLink,
    private readonly asksForFloor: boolean,
  ) {}

  #next() {
    const { state, viewer, now } = this.link.view
    if (!state || viewer?.kind !== 'person') return null
    const { task, asks } = nowFor(state, viewer.person, now())
    if (asks) this.#diary.hear(task.kind)
    if (this.#diary.isEnough(task.kind) || (task.kind === 'ask-for-floor' && !this.asksForFloor)) return null
    const command = doing(state, viewer.person, task)
    return command && { kind: task.kind, command }
  }

  hasHeard({ seq }: Pick<RoomLink['view'], 'seq'>): boolean {
    return this.link.view.seq >= seq
  }

  async asked() {
    return this.#next()?.kind ?? null
  }

  async act() {
    const next = this.#next()
    if (!next) return
    const { kind, command } = next
    const answer = await this.link.view.submit(command)
    if (!answer.ok) {
      this.complaints.push(`${command.type}, as asked (${kind}): ${answer.rejection}`)
      return
    }
    this.#diary.did(kind)
    if (kind !== 'speak') return
    this.spoken += 1
    await this.link.view.submit({ type: 'yieldFloor', to: null })
  }

  tell() {
    return this.#diary.tell()
  }

  async leave() {
    this.link.stop()
  }
}
