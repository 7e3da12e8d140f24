// What is said beneath the words of a position: how it came to stand, who drafted and who filed it, where its words came from, and what was
// believed. Cards draw these sentences and every file writes them.
import type { Translate } from '#format/translate'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { PositionSheet, Stood } from '#simulation/reading/log/position-sheet'
import { beginning, delegationIn } from '#ui/words/delegations.ts'
import { signed, unsigned } from '#ui/words/signed.ts'
import { saidAt } from './entries/said-at'
import { capitalOf, titleOf } from './names-in-plan'
import { originWords, partOf } from './words/origin-words'

export type CardWords = { record: Translate<'record'>; locale: string; plan: RoomPlan; timeZone?: string | undefined }

/** "Filed 10:26:15", "revision 2", "drafted by the Finance Minister, a tenth changed since", "filed by the Prime Minister". */
export function standingWords(stood: Stood, { record, locale, plan, timeZone }: CardWords): readonly string[] {
  const { at, how, revision, drafted, filedBy } = stood
  return [
    record('card.how', { how: how ?? 'filed', time: saidAt(locale, plan, at, { timeZone }) }),
    revision === null || revision === 1 ? null : record('card.revision', { number: revision }),
    drafted === null
      ? null
      : drafted.changed === 0
        ? record('card.drafted', { title: titleOf(plan, drafted.seat) })
        : record('card.draftedChanged', { title: titleOf(plan, drafted.seat), part: partOf(drafted.changed) }),
    filedBy === null ? null : record('card.filedBy', { title: titleOf(plan, filedBy) }),
  ].filter((part) => part !== null)
}

/** "From the brief, a third changed"; null where nothing is known, or its standing says it already. */
export const cameFrom = ({ origin, how }: Stood, record: Translate<'record'>): string | null =>
  origin === null || how === 'brief' || how === 'held' ? null : beginning(originWords(origin, record))

const offBy = (record: Translate<'record'>, value: number, stood: number): string => {
  const off = Math.abs(value - stood)
  return record('card.off', { halves: off * 2, steps: unsigned(off) })
}

/** What it believed of each other delegation, with what that one filed. */
export const guessWords = (
  { guesses }: Pick<PositionSheet, 'guesses'>,
  { record, plan }: Pick<CardWords, 'record' | 'plan'>,
): readonly string[] =>
  guesses.map(({ delegation, value, stood }) =>
    record('card.guess', {
      country: delegationIn(plan, delegation)?.name ?? '',
      value: signed(value),
      ...(stood === null
        ? { known: 'none', stood: '', off: '' }
        : { known: 'some', stood: signed(stood), off: offBy(record, value, stood) }),
    }),
  )

/** Where each other delegation placed it. */
export const guessedByWords = (sheet: PositionSheet, { record, plan }: CardWords): readonly string[] =>
  sheet.guessedBy.map(({ delegation, value, stood }) =>
    record('card.guessOf', {
      capital: capitalOf(plan, delegation),
      value: signed(value),
      ...(stood === null ? { known: 'none', off: '' } : { known: 'some', off: offBy(record, value, stood) }),
    }),
  )
