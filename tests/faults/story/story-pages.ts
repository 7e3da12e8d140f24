/** The pages of a story: the product's own link to a room, with control over its connection and a search for every marked word. */
import type { CommandId, RoomId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import { mayHear } from '#simulation/secrecy/may-hear'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomCommand } from '#simulation/shapes/room-command'
import { type Ack, ack } from '#simulation/wire/protocol'
import type { RoomSocket } from '../../../app/_room/link/reconnecting'
import { RoomLink } from '../../../app/_room/link/room-link'
import { Device } from '../../support/device'
import { patience } from '../../support/patience'
import { marksIn } from '../../support/stories/story-marks'
import { heardSocket } from '../heard-socket'

const PATIENCE_MS = 30_000

export class StoryPage {
  readonly link: RoomLink
  /** The marks of all the private words that have come over this page's wire. */
  readonly found: Set<number>
  #socket: RoomSocket | null = null

  constructor(
    readonly name: string,
    at: { address: string; roomId: RoomId; cookie: string; as: 'self' | 'stage' },
    found = new Set<number>(),
  ) {
    this.found = found
    const open = async (): Promise<RoomSocket> => {
      const socket = heardSocket({ ...at, comesBack: { firstMs: 50, mostMs: 100 } }, (text) => {
        for (const mark of marksIn(text)) found.add(mark)
      })
      this.#socket = socket
      return socket
    }
    const reload = () => {
      throw new Error(`The page of ${name} would have reloaded.`)
    }
    this.link = new RoomLink(at.roomId, at.as, { open, shelf: new Device(), reload })
    void this.link.start()
  }

  get seq(): number {
    return this.link.view.seq
  }

  /** Sends under an id of the story's choosing, as often as it likes. */
  async send(roomId: RoomId, id: CommandId, command: RoomCommand): Promise<Ack> {
    if (!this.#socket) throw new Error(`The page of ${this.name} has no line.`)
    const submitting: { emitWithAck(name: 'submit', what: unknown): Promise<unknown> } = this.#socket.timeout(
      patience(PATIENCE_MS),
    )
    return ack.parse(await submitting.emitWithAck('submit', { roomId, commandId: id, command }))
  }

  /** Until it is in the room and has heard the last of these rows that is for it. */
  stands(rows: readonly Recorded[]): Promise<void> {
    const unsealed = rows.some(({ event }) => event.type === 'RecordUnsealed')
    const isThere = () => {
      const { connection, viewer, seq } = this.link.view
      return connection.kind === 'live' && viewer !== null && seq >= lastHeard(rows, viewer, unsealed)
    }
    return this.#until(isThere, `hear what is for them of ${rows.length} rows`)
  }

  /** Told so where it was in the room; where it comes anew there is no such room for it. */
  isShutOut(): Promise<void> {
    const isOut = () => ['removed', 'refused'].includes(this.link.view.connection.kind)
    return this.#until(isOut, 'find themselves shut out')
  }

  #until(met: () => boolean, what: string): Promise<void> {
    if (met()) return Promise.resolve()
    return new Promise((done, fail) => {
      const late = setTimeout(() => {
        stop()
        const { connection, seq } = this.link.view
        fail(new Error(`${this.name} did not ${what}: ${JSON.stringify(connection)}, at row ${seq}`))
      }, PATIENCE_MS)
      const stop = this.link.subscribe(() => {
        if (!met()) return
        clearTimeout(late)
        stop()
        done()
      })
    })
  }
}

const lastHeard = (rows: readonly Recorded[], viewer: Viewer, unsealed: boolean): number =>
  1 + rows.findLastIndex((row) => mayHear(row, viewer, unsealed))
