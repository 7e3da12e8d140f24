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

export const appendConflicts = new Counter({
  name: 'track_two_append_conflicts_total',
  help: 'Batches of rows whose numbers another server had taken, so that they were judged again.',
  registers,
})

export const logsShortened = new Counter({
  name: 'track_two_logs_shortened_total',
  help: 'Rooms that were read anew, because the database no longer held the last rows that this server had of them.',
  registers,
})

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

export const pageLookupsFailed = new Counter({
  name: 'track_two_page_lookups_failed_total',
  help: 'Requests of which the database did not say whether their page may come from the cache; it was drawn anew.',
  registers,
})

export const slowReadersCut = new Counter({
  name: 'track_two_slow_readers_cut_total',
  help: 'Connections cut because they did not read what they were sent.',
  registers,
})

export const engineMessagesRefused = new Counter({
  name: 'track_two_engine_messages_refused_total',
  help: 'Messages on the engine that were not signed by a server of this house, or came a second time; nothing they say is believed.',
  registers,
})

export const databaseUp = new Gauge({
  name: 'track_two_database_up',
  help: 'Whether the database answers (1), or has not answered for three seconds (0).',
  registers,
})

export const engineUp = new Gauge({
  name: 'track_two_engine_up',
  help: 'Whether the engine between servers answers (1) or not (0); 0 also where none is set.',
  registers,
})

export const peersLiving = new Gauge({
  name: 'track_two_servers',
  help: 'Servers that share this database, as this one knows them.',
  registers,
})

/** Measured over all live rooms whenever /metrics is read. */
export type Gauges = {
  connections: number
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

/** Of each its metric, and which of them it shows. */
const GAUGES: Record<keyof Gauges, [name: string, help: string, of: (gauges: Gauges) => number]> = {
  connections: ['track_two_connections', 'Open sockets.', ({ connections }) => connections],
  joined: ['track_two_joined', 'Sockets that follow a room.', ({ joined }) => joined],
  rooms: ['track_two_rooms', 'Rooms in session.', ({ rooms }) => rooms],
  queued: ['track_two_queue_length', 'Commands that wait to be saved, in all rooms.', ({ queued }) => queued],
  overdue: [
    'track_two_overdue_rooms',
    'Rooms in which something was due more than two seconds ago.',
    ({ overdue }) => overdue,
  ],
  latestSeconds: [
    'track_two_overdue_seconds',
    'How long ago the latest of these was due.',
    ({ latestSeconds }) => latestSeconds,
  ],
  unsaved: [
    'track_two_unsaved_rooms',
    'Rooms in which nothing can be saved, as with a full disk or a database that is away.',
    ({ unsaved }) => unsaved,
  ],
  unsavedSeconds: [
    'track_two_unsaved_seconds',
    'For how long the one of these that has waited longest could not save.',
    ({ unsavedSeconds }) => unsavedSeconds,
  ],
}

/** Has `look` called at every reading of /metrics; a later call replaces it, as when a test opens a second gateway. */
export function watchGauges(look: () => Gauges): void {
  standing = look
}

let standing: (() => Gauges) | null = null
for (const [name, help, of] of Object.values(GAUGES)) {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(standing === null ? 0 : of(standing()))
    },
  })
}

export const lastBackup = new Gauge({
  name: 'track_two_last_backup_timestamp_seconds',
  help: 'When the newest backup was finished; 0 when there is none, or when another server makes them.',
  registers,
})

export const doesTheWork = new Gauge({
  name: 'track_two_does_the_work',
  help: 'Whether this server does what one does for all (1): backups, clearing away, the index of words.',
  registers,
})
