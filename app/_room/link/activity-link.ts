// What a page hears of all rooms of an activity: watches, takes in what is new, and sends one command to several rooms. It hears summaries and no log; a room that is to be read whole is joined by a link of its own.
import type { CommandId } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { type Ack, MOMENT_MS } from '#simulation/wire/protocol'
import {
  actAnswer,
  unwatchMessage,
  WATCH_PULSE_MS,
  type WatchNews,
  watchAnswer,
  watchNews,
} from '#simulation/wire/watching'
import { type ActivityRoom, type ActivityView, beforeWatching } from './activity-view'
import { type Answered, Link } from './link'
import { newCommandId } from './outbox'
import { isPassing } from './outgoing'
import { ANSWER_MS, type RoomSocket } from './reconnecting'

const AGAIN_MS = 500
/** A connection that has been silent for so long is taken for lost, though nothing has said that it is. */
const SILENT_MS = 3 * WATCH_PULSE_MS

type Heard = Omit<ActivityView, 'connection'>

/** One command for one room. Sent again with the same id it counts once, also where only the answer was lost. */
export type SentCommand = { room: ActivityRoom; command: ClientCommand; id: CommandId }
export type AnsweredCommand = SentCommand & { ack: Ack }

export class ActivityLink extends Link<Heard> {
  protected readonly event = 'watch'
  protected override readonly silentMs = SILENT_MS
  /** The server's clock, in milliseconds. */
  readonly now = this.clock.now

  constructor(
    private readonly activityId: string,
    given: { open: (key: string) => Promise<RoomSocket>; reload: () => void },
  ) {
    super(beforeWatching, { open: () => given.open(activityId), reload: given.reload })
  }

  /** New questions: one command for each room. */
  ask(asked: readonly { room: ActivityRoom; command: ClientCommand }[]): Promise<readonly AnsweredCommand[]> {
    return this.askAgain(asked.map((one) => ({ ...one, id: newCommandId() })))
  }

  /**
   * Asks each room until it has answered, for MOMENT_MS; a room that has not by then is answered for with `try-again`. Never rejects. What was
   * asked before keeps its id.
   */
  async askAgain(asked: readonly SentCommand[]): Promise<readonly AnsweredCommand[]> {
    const acks = new Map<CommandId, Ack>()
    const until = this.now() + MOMENT_MS
    for (;;) {
      const open = asked.filter(({ id }) => !isFinal(acks.get(id)))
      if (open.length === 0 || this.now() > until || this.stopped) break
      if (this.view.connection.kind === 'live')
        await Promise.all(byCommand(open).map((alike) => this.#post(alike, acks)))
      if (open.some(({ id }) => !isFinal(acks.get(id))))
        await new Promise((wake) => setTimeout(wake, AGAIN_MS * (1 + Math.random())))
    }
    return asked.map((one) => ({ ...one, ack: acks.get(one.id) ?? { ok: false, rejection: 'try-again' } }))
  }

  /** Sends one command to several rooms, and notes their answers. */
  async #post(alike: readonly SentCommand[], acks: Map<CommandId, Ack>): Promise<void> {
    const [first] = alike
    const message = { command: first?.command, to: alike.map(({ room, id }) => ({ roomId: room.id, commandId: id })) }
    await new Promise<void>((answered) => {
      if (!this.socket?.connected) {
        answered()
        return
      }
      this.socket.timeout(ANSWER_MS).emit('act', message, (lost: Error | null, reply: unknown) => {
        const heard = lost ? [] : (actAnswer.safeParse(reply).data?.acks ?? [])
        for (const [place, ack] of heard.entries()) {
          const asked = alike[place]
          if (asked) acks.set(asked.id, ack)
        }
        answered()
      })
    })
  }

  protected request(): object {
    return { activityId: this.activityId }
  }

  protected forget(): Heard {
    return beforeWatching
  }

  protected listen(socket: RoomSocket): void {
    socket.on('news', (message) => this.#hear(message))
    socket.on('unwatch', (message) => this.left(unwatchMessage.safeParse(message).data ?? { why: 'rejoin' }))
  }

  protected answered(reply: unknown): Answered<Heard> {
    const answer = watchAnswer.safeParse(reply).data
    if (!answer) return 'unreadable'
    if (!answer.ok) return answer.refusal
    const { plans, rooms, people, knocks, code, now } = answer
    return {
      now,
      shows: {
        rooms: rooms.flatMap(({ plan, ...room }): ActivityRoom[] => {
          const found = plans[plan]
          return found ? [{ ...room, plan: found }] : []
        }),
        people: new Map(people.map((person) => [person.id, person])),
        ...{ knocks, code, heardAt: now },
      },
    }
  }

  #hear(message: unknown): void {
    const news = watchNews.safeParse(message).data
    // Before the answer to a watch the news have nothing to stand on; the answer will hold them.
    if (this.view.heardAt === null) return
    if (news) this.heard({ ...withNews(this.view, news), heardAt: news.now })
    else this.follow()
  }
}

/** A room that nothing was said of stays the same object, so that its tile is not drawn again. */
function withNews(view: ActivityView, { rooms, people, knocks, code }: WatchNews): Partial<Heard> {
  const changed = new Map(rooms?.map(({ id, ...change }) => [id, change]))
  const isOther = (room: ActivityRoom) => changed.has(room.id)
  return {
    ...(rooms && {
      rooms: view.rooms.map((room) =>
        isOther(room) ? { ...room, summary: { ...room.summary, ...changed.get(room.id) } } : room,
      ),
    }),
    ...(people && { people: new Map([...view.people, ...people.map((person) => [person.id, person] as const)]) }),
    ...(knocks && { knocks }),
    ...(code === undefined ? {} : { code }),
  }
}

const isFinal = (ack: Ack | undefined): boolean => ack !== undefined && (ack.ok || !isPassing(ack.rejection))

/** Those with the same command together, so that they are asked with one message. */
function byCommand(asked: readonly SentCommand[]): readonly (readonly SentCommand[])[] {
  const alike = new Map<string, SentCommand[]>()
  for (const one of asked) {
    const text = JSON.stringify(one.command)
    alike.set(text, [...(alike.get(text) ?? []), one])
  }
  return [...alike.values()]
}
