// What a record for publication calls its people, by how much its dates are moved, and which of its entries name one of them in their words.
// Such words stay as they were said: whoever publishes reads them first.
import { createHmac } from 'node:crypto'
import { timeOfDay } from '#format/clock-time'
import { DAY_MS } from '#simulation/kernel/time'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { nameFinder } from '#simulation/reading/record/name-finder'
import { numberedPeople } from '#simulation/reading/record/told-names'
import { entryWords, type TranscriptContext } from './entries/entry-words'
import type { CallPeople } from './exports/for-whom'

/** The office alone. */
export const byOffice: CallPeople = (people) => Object.fromEntries(people.map((id) => [id, '']))

/** `Student 1`, `Student 2` … in an order that only `key` gives, so that a number tells nothing of the roll. */
export function byNumber(key: string, name: (number: number) => string): CallPeople {
  const placeOf = (id: string) => createHmac('sha256', key).update(id).digest('hex')
  return (people) => numberedPeople(people, placeOf, name)
}

/**
 * By so much all dates of a publication are moved back: a number of days, a year and a half at the most, that only `key` gives. The record
 * begins at the same time of day as it did: else clocks that are put forward in spring would show.
 */
export function datesMovedBy(key: string, from: number, timeZone: string): number {
  const clockAt = (days: number) => timeOfDay(from - days * DAY_MS, { timeZone })
  const first = 1 + (createHmac('sha256', key).update('dates').digest().readUInt32BE() % 365)
  let days = first
  while (clockAt(days) !== clockAt(0) && days < first + 183) days += 1
  return -days * DAY_MS
}

/** The numbers of the entries whose words hold one of these names, or a part of one. */
export function entriesWithNames(
  entries: readonly Paragraph[],
  about: TranscriptContext,
  names: readonly string[],
): readonly string[] {
  const holdsName = nameFinder(names)
  return entries.filter((entry) => holdsName(allWords(entry, about))).map(({ no }) => no)
}

function allWords(entry: Paragraph, about: TranscriptContext): string {
  const { lead, source, text, under, meta } = entryWords(entry, about)
  return [
    lead,
    source,
    text,
    ...under.flatMap((line) => [line.bold, line.text]),
    ...meta.map((detail) => detail.text),
  ].join('\n')
}
