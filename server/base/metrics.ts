/** Prometheus metrics of this process, served at /metrics. Labels name commands and outcomes, never people or rooms. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export const registry = new Registry()
// The delay of the event loop is looked at twenty times a second; at its own pace of a hundred the look would be most of what an idle server does.
collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 50 })

const registers = [registry]
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10]

/** `source` is page, clock, presence or understudy; `outcome` is ok or the reason of the refusal. */
export const commands = new Counter({
  name: 'track_two_commands_total',
  help: 'Commands that were answered, by command, source and outcome (ok, or why they were refused).',
  labelNames: ['command', 'source', 'outcome'] as const,
  registers,
})

const counter = (name: string, help: string) => new Counter({ name, help, registers })
const gauge = (name: string, help: string) => new Gauge({ name, help, registers })

/** Takes times in seconds. */
const timed = (name: string, help: string) => new Histogram({ name, help, buckets: SECONDS, registers })

export const ackSeconds = timed(
  'track_two_ack_seconds',
  'From the arrival of a command until it was answered: judged, saved, acknowledged.',
)

export const publishSeconds = timed(
  'track_two_publish_lag_seconds',
  'From the arrival of a command until what happened was handed to everybody’s sockets.',
)

export const appendSeconds = timed(
  'track_two_append_seconds',
  'How long the database took to save a batch of a room’s rows.',
)

export const appendConflicts = counter(
  'track_two_append_conflicts_total',
  'Batches of rows whose numbers another server had taken, so that they were judged again.',
)

export const logsShortened = counter(
  'track_two_logs_shortened_total',
  'Rooms that were read anew, because the database no longer held the last rows that this server had of them.',
)

export const rowsFollowed = new Counter({
  name: 'track_two_rows_followed_total',
  help: 'Rows of other servers that were taken over: as they were sent (engine), or read again (log).',
  labelNames: ['from'] as const,
  registers,
})

export const messagesRefused = new Counter({
  name: 'track_two_messages_refused_total',
  help: 'Messages of a page that never became a command, by why.',
  labelNames: ['why'] as const,
  registers,
})

export const pageLookupsFailed = counter(
  'track_two_page_lookups_failed_total',
  'Requests of which the database did not say whether their page may come from the cache; it was drawn anew.',
)

export const slowReadersCut = counter(
  'track_two_slow_readers_cut_total',
  'Connections cut because they did not read what they were sent.',
)

export const engineMessagesRefused = counter(
  'track_two_engine_messages_refused_total',
  'Messages on the engine that were not signed by a server of this house, or came a second time; nothing they say is believed.',
)

export const databaseUp = gauge(
  'track_two_database_up',
  'Whether the database answers (1), or has not answered for three seconds (0).',
)

export const engineUp = gauge(
  'track_two_engine_up',
  'Whether the engine between servers answers (1) or not (0); 0 also where none is set.',
)

export const peersLiving = gauge('track_two_servers', 'Servers that share this database, as this one knows them.')

/** Measured over all live rooms whenever /metrics is read. */
export type Gauges = {
  connections: number
  /** Different people with an open socket. */
  people: number
  joined: number
  rooms: number
  /** Commands that wait to be saved, in all rooms. */
  queued: number
  /** Rooms whose clock owed them something longer ago than it should, and the longest of these delays. */
  overdue: number
  latestSeconds: number
  /** Rooms that cannot save, and for how long the one that has waited longest could not. */
  unsaved: number
  unsavedSeconds: number
}

/** Of each its metric. */
const GAUGES: readonly [gauge: keyof Gauges, name: string, help: string][] = [
  ['connections', 'track_two_connections', 'Open sockets.'],
  ['people', 'track_two_people', 'Different people with an open socket.'],
  ['joined', 'track_two_joined', 'Sockets that follow a room.'],
  ['rooms', 'track_two_rooms', 'Rooms in session.'],
  ['queued', 'track_two_queue_length', 'Commands that wait to be saved, in all rooms.'],
  ['overdue', 'track_two_overdue_rooms', 'Rooms in which something was due more than two seconds ago.'],
  ['latestSeconds', 'track_two_overdue_seconds', 'How long ago the latest of these was due.'],
  [
    'unsaved',
    'track_two_unsaved_rooms',
    'Rooms in which nothing can be saved, as with a full disk or a database that is away.',
  ],
  [
    'unsavedSeconds',
    'track_two_unsaved_seconds',
    'For how long the one of these that has waited longest could not save.',
  ],
]

/** On `globalThis`, because pages are in Next's bundle, with its own copy of this module, and read the gauges too. */
const shared: typeof globalThis & { __trackTwoGauges?: () => Gauges } = globalThis

/** Has `look` called at every reading of /metrics; a later call replaces it, as when a test opens a second gateway. */
export function watchGauges(look: () => Gauges): void {
  shared.__trackTwoGauges = look
}

/** What the gauges say now; null before the sockets are open. */
export const liveGauges = (): Gauges | null => shared.__trackTwoGauges?.() ?? null

for (const [gauge, name, help] of GAUGES) {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(liveGauges()?.[gauge] ?? 0)
    },
  })
}

export const lastBackup = gauge(
  'track_two_last_backup_timestamp_seconds',
  'When the newest backup was finished; 0 when there is none, or when another server makes them.',
)

export const doesTheWork = gauge(
  'track_two_does_the_work',
  'Whether this server does what one does for all (1): backups, clearing away, the index of words.',
)
