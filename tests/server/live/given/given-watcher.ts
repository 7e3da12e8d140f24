/** A page on a bare socket that watches all rooms of an activity, and keeps what it is told as the real one does. */
import type { RoomId } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { PROTOCOL } from '#simulation/wire/protocol'
import { actAnswer, unwatchMessage, type Watched, watchAnswer, watchNews } from '#simulation/wire/watching'
import type { House } from './given-classroom'
import { askedAsPagesDo, newId, Page } from './given-page'

export class Watcher extends Page {
  watched: Watched | null = null
  ends: string[] = []

  constructor(at: Pick<House, 'address'>, cookie: string) {
    super(at.address, cookie)
    this.socket.on('news', (message: unknown) => this.#hear(message))
    this.socket.on('unwatch', (message: unknown) => this.ends.push(unwatchMessage.parse(message).why))
  }

  async watch(activityId: string) {
    const asked = { protocol: PROTOCOL, activityId }
    const answer = await askedAsPagesDo(async () =>
      watchAnswer.parse(await this.socket.timeout(10_000).emitWithAck('watch', asked)),
    )
    if (answer.ok) this.watched = answer
    return answer
  }

  async act(command: ClientCommand, rooms: readonly RoomId[], ids = rooms.map(newId)) {
    const to = rooms.map((roomId, place) => ({ roomId, commandId: ids[place] }))
    return actAnswer.parse(await this.socket.timeout(10_000).emitWithAck('act', { command, to })).acks
  }

  #hear(message: unknown): void {
    const { rooms, people, knocks, code } = watchNews.parse(message)
    if (!this.watched) return
    const changed = new Map(rooms?.map(({ id, ...change }) => [id, change]))
    const news = new Map(people?.map((person) => [person.id, person]))
    const known = this.watched.people
    this.watched = {
      ...this.watched,
      rooms: this.watched.rooms.map((room) => ({ ...room, summary: { ...room.summary, ...changed.get(room.id) } })),
      people: [
        ...known.map((person) => news.get(person.id) ?? person),
        ...(people ?? []).filter(({ id }) => known.every((person) => person.id !== id)),
      ],
      knocks: knocks ?? this.watched.knocks,
      code: code === undefined ? this.watched.code : code,
    }
  }
}
