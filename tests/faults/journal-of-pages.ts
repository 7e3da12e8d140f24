/** What the pages of a class did and heard, as each of them knows it: what was sent, what was answered, which words came over the wire. */
import { z } from 'zod'
import type { RoomId } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/kernel/room-command'
import type { Ack } from '#simulation/wire/protocol'
import { isKept } from '../../app/_room/outbox'
import { RoomLink, type RoomSocket } from '../../app/_room/room-link'
import { Device } from '../server/live/given-link'
import { heardSocket } from './heard-socket'

/** Words that occur nowhere else. */
const WORD = /word-[0-9a-z]+-[0-9]+-z/g

export type Sent = { word: string; command: ClientCommand; at: number; answer: Ack | null }

let words = 0
export const newWord = (): string => {
  words += 1
  return `word-${process.pid.toString(36)}-${words}-z`
}

/** One page: the product's own link to a room, and what an onlooker at its side would have noted. */
export class WatchedPage {
  readonly link: RoomLink
  readonly sent: Sent[] = []
  /** Every word that has come over the wire to this page, whatever it did with it. */
  readonly heard = new Set<string>()
  /** Asked for each submission: whether it arrives twice, as an impatient network may have it. */
  readonly #repeats: () => boolean

  constructor(
    readonly roomId: RoomId,
    readonly cookie: string,
    at: { address: string; repeats: () => boolean },
  ) {
    this.#repeats = at.repeats
    const open = async (): Promise<RoomSocket> => {
      const socket = heardSocket({ address: at.address, cookie, reconnectsWithinMs: 300 }, (text) => {
        for (const [word] of text.matchAll(WORD)) this.heard.add(word)
      })
      this.#sendTwice(socket)
      return socket
    }
    const reload = () => {
      throw new Error('The page would have reloaded.')
    }
    this.link = new RoomLink(roomId, 'self', { open, shelf: new Device(), reload })
    void this.link.start()
  }

  #sendTwice(socket: RoomSocket): void {
    socket.onAnyOutgoing((name, submission: unknown) => {
      const read = z.object({ command: z.object({ type: z.string() }) }).safeParse(submission).data
      if (name === 'submit' && read && this.#repeats())
        queueMicrotask(() => socket.connected && socket.io.engine.write(`2${JSON.stringify(['submit', submission])}`))
    })
  }

  submit(command: ClientCommand, word = ''): Promise<Ack> {
    const sent: Sent = { word, command, at: Date.now(), answer: null }
    this.sent.push(sent)
    return this.link.view.submit(command).then((answer) => {
      sent.answer = answer
      // A refusal stays on the page until it is read; here it has been.
      for (const { id, status } of this.link.view.waiting) if (status.kind === 'refused') this.link.view.dismiss(id)
      return answer
    })
  }

  /** Words that were typed here, have no answer yet, and are nowhere on the page: there must never be any. */
  get mislaid(): string[] {
    const shown = new Set(this.link.view.waiting.map(({ command }) => JSON.stringify(command)))
    return this.sent
      .filter(({ answer, command }) => answer === null && isKept(command) && !shown.has(JSON.stringify(command)))
      .map(({ word }) => word)
  }
}
