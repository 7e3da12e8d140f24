// Taking words off, saying why, putting them back, and reporting a line (rules K1–K8, K11). Nothing here changes a row: what a strike takes off is masked
// wherever the log is read (engine/masking.ts).

import { isRedactedGap, unitsOf, wordCount } from '../../kernel/gaps'
import { hasWords, isHeard, openReportsOf, textsOf, wordsRowOf } from '../../questions/strikes'
import type { WordsIn } from '../../shapes/places'
import { instructorOnly, type NewRow, person } from '../../shapes/record'
import type { CommandOf } from '../../shapes/room-command'
import type { StrikeReason, StruckWords } from '../../shapes/strikes'
import { accept, refuse, type Verdict } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import type { RoomState } from '../../state/room-state'
import type { Rule } from '../topic'

export function strikeWords(
  state: RoomState,
  command: CommandOf<'strikeWords'>,
  who: ActorRole,
  wordsIn: WordsIn,
): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const { entry, words, reason } = command
  const row = wordsRowOf(state, entry)
  if (!row) return refuse('no-such-entry')
  const texts = textsOf(row, entry, wordsIn)
  const count = countIn(texts, words)
  if (count === null) return refuse('nothing-to-strike')
  const { seq, audience } = row
  return accept(
    { audience, event: { type: 'WordsStruck', entry, seq, words, reason, count } },
    ...answers(state, entry, 'struck'),
  )
}

/** How many words these are; null where there are none. In a record whose words were redacted since, the fingerprint stands for them. */
function countIn(texts: readonly string[], words: StruckWords): number | null {
  const units = texts.map(unitsOf)
  if (words === 'all') return texts.some(hasWords) ? texts.reduce((sum, text) => sum + wordCount(text), 0) : null
  if (words.length === 0) return units.some((all) => all.some(isRedactedGap)) ? 0 : null
  let count = 0
  for (const { part, from, to } of words) {
    const all = units[part]
    const taken = all?.slice(from, to).join('') ?? ''
    if (!all || from >= to || to > all.length || !hasWords(taken)) return null
    count += wordCount(taken)
  }
  return count
}

export const putWordsBack: Rule<'putWordsBack'> = (state, command, who) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const { entry, reason } = command
  const row = wordsRowOf(state, entry)
  if (!row) return refuse('no-such-entry')
  if (!Object.hasOwn(state.strikes, entry)) return refuse('nothing-to-put-back')
  return accept({ audience: row.audience, event: { type: 'WordsPutBack', entry, seq: row.seq, reason } })
}

/** K11: words are hidden at once, and explained afterwards. Whoever heard the strike hears its new reason. */
export const changeStrikeReason: Rule<'changeStrikeReason'> = (state, command, who) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const { entry, reason } = command
  const row = wordsRowOf(state, entry)
  if (!row) return refuse('no-such-entry')
  const newest = Object.hasOwn(state.strikes, entry) ? state.strikes[entry]?.at(-1) : undefined
  if (!newest) return refuse('nothing-to-put-back')
  if (isSameReason(newest.reason, reason)) return refuse('nothing-changed')
  return accept({ audience: row.audience, event: { type: 'StrikeReasonChanged', entry, reason } })
}

const isSameReason = (one: StrikeReason, other: StrikeReason): boolean =>
  typeof one === 'string' || typeof other === 'string' ? one === other : one.text === other.text

export const readStruckWords: Rule<'readStruckWords'> = (state, { entry }, who) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (!wordsRowOf(state, entry)) return refuse('no-such-entry')
  return accept(instructorOnly({ type: 'StruckWordsRead', entry }))
}

export function reportLine(
  state: RoomState,
  command: CommandOf<'reportLine'>,
  who: ActorRole,
  wordsIn: WordsIn,
): Verdict {
  const reporter = who.kind === 'seat' || who.kind === 'unseated' ? who.person : null
  if (reporter === null) return refuse('not-seated')
  const { entry, reason, text } = command
  const row = wordsRowOf(state, entry)
  if (!row || !isHeard(state, reporter, row)) return refuse('not-heard')
  // Words that were redacted since were there when the line was reported.
  const texts = textsOf(row, entry, wordsIn)
  if (!texts.some((text) => hasWords(text) || unitsOf(text).some(isRedactedGap))) return refuse('nothing-to-strike')
  if (state.reports.some((report) => report.entry === entry && report.person === reporter))
    return refuse('already-reported')
  return accept(person(reporter, { type: 'LineReported', entry, person: reporter, reason, text }))
}

export const answerReport: Rule<'answerReport'> = (state, { entry }, who) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const rows = answers(state, entry, 'left')
  return rows.length === 0 ? refuse('no-open-report') : accept(...rows)
}

/** Everybody who waits for an answer about this line is told, each alone. */
const answers = (state: RoomState, entry: string, answer: 'struck' | 'left'): NewRow[] =>
  openReportsOf(state, entry).map(({ person: reporter }) =>
    person(reporter, { type: 'ReportAnswered', entry, person: reporter, answer }),
  )
