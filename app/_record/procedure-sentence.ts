// An entry of procedure (a phase begins, the floor is granted, …) as one sentence.

import { dayAndTime } from '#format/days'
import { durationWords } from '#format/lengths'
import type { Translate } from '#format/translate'
import { type RoomPlan, roundOf } from '#simulation/agenda/plan'
import { never, type SeatId } from '#simulation/kernel/ids'
import { UNDO_LABELS } from '#simulation/shapes/undo/slice'
import type { Sentence } from '#simulation/topics/entry-content'
import { delegationIn } from '#ui/delegations.ts'
import { reasonWords, struckName } from './off-words'
import { phaseName } from './phase-name'
import { saidAt } from './said-at'

/** `t` translates the namespace `record`. */
export function procedureSentence(
  locale: string,
  t: Translate<'record'>,
  plan: RoomPlan,
  sentence: Sentence,
  timeZone?: string,
): string {
  switch (sentence.key) {
    case 'phase-started':
      return t(`procedure.phase-started.${sentence.phase}`, {
        round: (sentence.round && roundOf(plan, sentence.round)?.title) ?? 'none',
        duration: durationWords(t, sentence.minutes * 60),
      })
    case 'homework-started':
      return t(`procedure.homework-started.${sentence.phase}`, { due: dayAndTime(locale, sentence.dueAt, timeZone) })
    case 'floor-granted':
      return t(`procedure.floor-granted.${sentence.byAutopilot ? 'autopilot' : 'chair'}`, {
        ...whose(plan, sentence.seat),
        duration: durationWords(t, sentence.seconds),
      })
    case 'spoke':
      return t('procedure.spoke', {
        ...whose(plan, sentence.seat),
        duration: durationWords(t, sentence.seconds),
      })
    case 'taken-back':
      return t('procedure.taken-back', whose(plan, sentence.seat))
    case 'words-given':
      return t(`procedure.words-given.${sentence.as}`, { ...whose(plan, sentence.seat), turn: sentence.turn })
    case 'clock-resumed':
      return t('procedure.clock-resumed', { duration: durationWords(t, sentence.seconds) })
    case 'clock-extended':
      return t('procedure.clock-extended', { duration: durationWords(t, sentence.minutes * 60) })
    case 'step-undone':
      return t(`procedure.step-undone.${UNDO_LABELS.find((label) => label === sentence.undid) ?? 'other'}`)
    case 'inject-retracted':
      return t('procedure.inject-retracted', { headline: sentence.headline })
    case 'text-chosen': {
      const own = sentence.text === sentence.delegation
      const key = sentence.agreed ? (own ? 'agreedOwn' : 'agreed') : own ? 'own' : 'other'
      return t(`procedure.text-chosen.${key}`, {
        capital: delegationIn(plan, sentence.delegation)?.capital ?? '',
        other: delegationIn(plan, sentence.text)?.capital ?? '',
        heading: sentence.heading,
      })
    }
    case 'deadline-moved':
      return t('procedure.deadline-moved', {
        phase: phaseName(t, plan, sentence.phase),
        due: dayAndTime(locale, sentence.dueAt, timeZone),
      })
    case 'words-struck':
      return t('procedure.words-struck', {
        entry: struckName(t, plan, sentence.entry),
        reason: reasonWords(t, sentence.reason),
      })
    case 'words-put-back':
      return t('procedure.words-put-back', {
        entry: struckName(t, plan, sentence.entry),
        reason: sentence.reason,
        time:
          sentence.struckAt === null ? 'none' : saidAt(locale, plan, sentence.struckAt, { seconds: false, timeZone }),
      })
    case 'clock-paused':
    case 'unsealed':
    case 'closed':
      return t(`procedure.${sentence.key}`)
    default:
      return never(sentence)
  }
}

function whose(plan: RoomPlan, id: SeatId): { title: string; country: string } {
  const seat = plan.seats.find((candidate) => candidate.id === id)
  return {
    title: seat?.title ?? id,
    country: delegationIn(plan, seat?.delegation)?.name ?? '',
  }
}
