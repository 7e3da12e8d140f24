// What stands at the head of every file, print and link of a record (D22): where and when it was, who sat where and how, for whom it is, and
// by which fingerprint it is known again.
import { createHash } from 'node:crypto'
import { dayOfYear } from '#format/days'
import { speakerName } from '#record/entries/speaker-name.ts'
import { type Paragraph, recordSpan } from '#simulation/reading/log/transcript'
import { whoSat } from '#simulation/reading/log/who-sat'
import type { DrawingOrder } from '#simulation/reading/positions/drawing'
import { recordText } from '#simulation/reading/record/record-text'
import { rangeOf } from '#simulation/reading/record/sections'
import type { VisibleRow } from '#simulation/secrecy/visible-row'
import type { RoomState } from '#simulation/state/room-state'
import { delegationIn } from '#ui/words/delegations.ts'
import type { TranscriptContext } from './entries/entry-words'
import { forWhomWords } from './exports/for-whom'
import { includedWords, rangeWords, whenWords } from './exports/transcript-words'

/** The version of what a file for people looks like; to be raised when its head or its columns change. */
const FILE_VERSION = 1

export type RecordHeadWords = {
  forWhom: string
  title: string
  lines: readonly string[]
  foot: string
  /** Of what the reader gets, the first 16 hexadecimal digits. */
  fingerprint: string
  day: string
}

/** A record as its reader gets it. */
type WrittenReading = Pick<DrawingOrder, 'room' | 'activity' | 'course' | 'viewer' | 'forWhom'> & {
  told: readonly VisibleRow[]
  state: RoomState
}

/** `shown` are the entries that go out, `all` those that the reader could have; fewer are an excerpt. */
export function headOf(
  reading: WrittenReading,
  { shown, all, excerpt }: { shown: readonly Paragraph[]; all: number; excerpt: boolean },
  about: TranscriptContext,
): RecordHeadWords {
  const { room, activity, course, viewer, forWhom, state } = reading
  const { locale, words } = about
  const { t } = words
  const fingerprint = fingerprintOf(reading)
  const part = excerpt ? [t('excerpt')] : []
  return {
    forWhom: forWhomWords(t, forWhom, viewer, state.plan),
    title: activity.title,
    lines: [
      [course.title, room.name, `${whenWords(locale, state, course.timeZone)} (${course.timeZone})`].join(' · '),
      [
        t('entries', { count: all }),
        rangeWords(t, rangeOf(shown)),
        includedWords({ locale, t, state, timeZone: course.timeZone }, forWhom, viewer),
      ]
        .filter((said) => said)
        .join(' · '),
      ...(excerpt ? [t('markdown.excerpt', { shown: shown.length, all })] : []),
      t('head.seats', { seats: seatsHeld(state, about).join('; ') }),
      t('head.file', { fingerprint, version: FILE_VERSION }),
    ],
    foot: [activity.title, room.name, ...part].join(' · '),
    fingerprint,
    day: dayOfYear(locale, recordSpan(state).from, course.timeZone),
  }
}

/** Each seat: its office, its country, and whoever held it. */
const seatsHeld = (state: RoomState, { plan, displayNames, words: { t, record } }: TranscriptContext): string[] =>
  whoSat(state).map(({ seat, how, person }) => {
    const office = [seat.title, delegationIn(plan, seat.delegation)?.name].filter((part) => part).join(', ')
    if (how !== 'person') return `${office}: ${t(`head.${how}`)}`
    return `${office}: ${speakerName({ person, seat: seat.id }, { plan, displayNames }, record) ?? t('head.student')}`
  })

/** The SHA-256 of what the reader may know of the record, without names: the same in every file for that reader, whoever takes it out. */
function fingerprintOf({ room, activity, course, told }: WrittenReading): string {
  const text = recordText({ room, activity, course, viewer: { kind: 'stage' }, displayNames: {}, told })
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
