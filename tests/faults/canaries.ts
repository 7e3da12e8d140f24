/** Evidence that has been tampered with: each a thing that must never happen, which the judge must find in a run that was without fault. */

import { fold } from '#simulation/engine/room'
import { mayHear } from '#simulation/secrecy/may-hear'
import type { Recorded } from '#simulation/shapes/record'
import { type Evidence, pagesOf, type TableEvidence, type Witness } from './evidence'
import { wordsIn } from './marked-words'
import { Outages } from './outage'

export type Canary = { name: string; found: RegExp; tamper: (evidence: Evidence) => Evidence }

const atFirstTable = (evidence: Evidence, change: (table: TableEvidence) => TableEvidence): Evidence => {
  const [first, ...others] = evidence.tables
  if (!first) throw new Error('There is no table.')
  return { ...evidence, tables: [change(first), ...others] }
}

/** Everything of a page but what is changed. Each part is named, because a spread leaves getters behind. */
const otherwise = (page: Witness, change: Partial<Witness>): Witness => {
  const { number, who, sent, heard, toldTwice, standings, outSince, mislaid, link } = page
  return { number, who, sent, heard, toldTwice, standings, outSince, mislaid, link, ...change }
}

/** Changes the page of somebody who was there to the end. */
const oneDelegate = (evidence: Evidence, change: (page: Witness, table: TableEvidence) => Partial<Witness>): Evidence =>
  atFirstTable(evidence, (table) => {
    const one = table.delegates.find(({ outSince }) => outSince === null)
    if (!one) throw new Error('Nobody is left at the table.')
    const changed = otherwise(one, change(one, table))
    return { ...table, delegates: table.delegates.map((page) => (page === one ? changed : page)) }
  })

/** The number of an acknowledged word's row. */
function acknowledgedIn(table: TableEvidence): number {
  const acknowledged = new Set(
    pagesOf(table).flatMap(({ sent }) => sent.flatMap(({ word, answer }) => (word && answer?.ok ? [word] : []))),
  )
  const place = table.rows.findIndex(({ event }) => wordsIn(event).some((word) => acknowledged.has(word)))
  if (place < 0) throw new Error('No word was acknowledged.')
  return place
}

/** A word that this page was never to hear before the record opened; one that was sealed at first and revealed later is not. */
function secretFrom(page: Witness, { rows }: TableEvidence): string {
  const { viewer } = page.link.view
  if (!viewer) throw new Error('The page does not follow its room.')
  const heard = new Set(rows.filter((row) => mayHear(row, viewer, false)).flatMap(({ event }) => wordsIn(event)))
  const secret = rows.flatMap(({ event }) => wordsIn(event)).find((word) => !heard.has(word))
  if (!secret) throw new Error('Nothing was said that is not for everybody.')
  return secret
}

/** A run on a slow machine may come as far as the debrief, which opens the record to all: nothing in it is secret any more. */
const stillSealed = (evidence: Evidence): Evidence =>
  atFirstTable(evidence, (table) => ({
    ...table,
    rows: table.rows.filter(({ event }) => event.type !== 'RecordUnsealed'),
  }))

export const CANARIES: readonly Canary[] = [
  {
    name: 'an acknowledged word is missing from the log',
    found: /L1 .* was acknowledged and is lost/,
    tamper: (evidence) =>
      atFirstTable(evidence, (table) => ({ ...table, rows: table.rows.toSpliced(acknowledgedIn(table), 1) })),
  },
  {
    name: 'a command was carried out twice',
    found: /L2 command .* was carried out twice/,
    tamper: (evidence) =>
      atFirstTable(evidence, (table) => {
        const again = table.rows[acknowledgedIn(table)]
        return again ? { ...table, rows: [...table.rows, { ...again, seq: table.rows.length + 1 }] } : table
      }),
  },
  {
    name: 'two servers gave one number',
    found: /L3 row \d+ stands where \d+ should/,
    tamper: (evidence) =>
      atFirstTable(evidence, (table) => ({
        ...table,
        rows: table.rows.map((row) => (row.seq === table.rows.length ? { ...row, seq: row.seq - 1 } : row)),
      })),
  },
  {
    name: 'a page heard what was for others',
    found: /L4 .* was sent word-.*, which is not theirs/,
    tamper: (evidence) =>
      oneDelegate(stillSealed(evidence), (page, table) => ({
        heard: new Map([...page.heard, [secretFrom(page, table), Date.now()]]),
      })),
  },
  {
    name: 'a page was told a row twice',
    found: /L3 .* was told row 7 a second time/,
    tamper: (evidence) => oneDelegate(evidence, () => ({ toldTwice: [7] })),
  },
  {
    name: 'what a page held became less',
    found: /L3 .* stood at row 1 after it had stood further/,
    tamper: (evidence) =>
      oneDelegate(evidence, ({ standings }) => ({
        standings: [...standings, { at: Date.now(), seq: 1, isLive: true }],
      })),
  },
  {
    name: 'a page heard everything ten seconds late',
    found: /L7 .* heard row \d+ \d+ ms after it could have heard it/,
    tamper: (evidence) =>
      // Whatever the machine took, this is more.
      oneDelegate({ ...evidence, waitedMs: () => 0 }, ({ standings }) => ({
        standings: [
          { at: 0, seq: 0, isLive: true },
          ...standings.filter(({ isLive }) => isLive).map((standing) => ({ ...standing, at: standing.at + 10_000 })),
        ],
      })),
  },
  {
    name: 'a page does not stand where the log ends',
    found: /L3 .* stands at row \d+ of \d+/,
    tamper: (evidence) =>
      oneDelegate(evidence, ({ link: { view } }) => ({ link: { view: { ...view, seq: view.seq - 1 } } })),
  },
  {
    name: 'a page shows another room',
    found: /L7 .* sees another room than the log folds into/,
    tamper: (evidence) =>
      oneDelegate(evidence, ({ link: { view } }, { rows }) => ({
        link: { view: { ...view, state: fold(rows.slice(0, 3)) } },
      })),
  },
  {
    name: 'a page does not know who is there',
    found: /L7 .* is shown .* as there, not/,
    tamper: (evidence) =>
      oneDelegate(evidence, ({ link: { view } }) => ({
        link: { view: { ...view, presence: { seats: [], people: [] } } },
      })),
  },
  {
    name: 'a phase was started twice',
    found: /L5 phase 0 starts after phase/,
    tamper: (evidence) =>
      atFirstTable(evidence, (table) => {
        const started = table.rows.find(({ event }) => event.type === 'PhaseStarted')
        const last = table.rows.at(-1)
        if (!started || !last) throw new Error('No phase was started.')
        return {
          ...table,
          rows: [...table.rows, { ...started, seq: last.seq + 1, at: last.at, commandId: last.commandId }],
        }
      }),
  },
  {
    name: 'a phase ended twenty seconds late',
    found: /L6 row \d+ came \d+ ms late/,
    tamper: (evidence) =>
      atFirstTable({ ...evidence, outages: new Outages(), waitedMs: () => 0 }, (table) => {
        const ended = table.rows.findIndex(({ event }) => event.type === 'PhaseEnded' && event.cause === 'planned')
        if (ended < 0) throw new Error('No phase has ended by itself.')
        const late = (row: Recorded, index: number) => (index < ended ? row : { ...row, at: row.at + 20_000 })
        return { ...table, rows: table.rows.map(late) }
      }),
  },
  {
    name: 'somebody was marked as absent who was there',
    found: /S10 row \d+ marks .* as absent/,
    tamper: (evidence) =>
      atFirstTable(evidence, (table) => {
        const last = table.rows.at(-1)
        const seat = table.delegates.flatMap(({ link: { view }, outSince }) =>
          outSince === null && view.viewer?.kind === 'person' && view.viewer.seat ? [view.viewer.seat] : [],
        )[0]
        if (!last || !seat) throw new Error('Nobody has a seat.')
        const event = { type: 'SeatAbsent', seat } as const
        return { ...table, rows: [...table.rows, { ...last, seq: last.seq + 1, event }] }
      }),
  },
  {
    name: 'somebody who was out went on reading',
    found: /L4 somebody who was out was sent/,
    tamper: (evidence) =>
      oneDelegate(evidence, ({ heard }) => ({
        outSince: Math.max(...heard.values()) - 5_000 - evidence.slackMs,
      })),
  },
]
