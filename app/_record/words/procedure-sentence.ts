// An entry of procedure (a phase begins, the floor is granted, …) as one sentence.

import { dayAndTime } from '#format/days'
import { durationWords } from '#format/lengths'
import type { Translate } from '#format/translate'
import { membersOf } from '#simulation/agenda/parties'
import { type RoomPlan, roundOf } from '#simulation/agenda/plan'
import type { DelegationId, SeatId } from '#simulation/kernel/ids'
import type { NamedMotion } from '#simulation/questions/motions'
import { UNDO_LABELS } from '#simulation/shapes/undo'
import type { Sentence } from '#simulation/topics/entry-content'
import { delegationIn } from '#ui/words/delegations.ts'
import { phaseName } from '../entries/phase-name'
import { saidAt } from '../entries/said-at'
import { reasonWords, struckName } from './off-words'
import { nthWords } from './version-words'

/** `t` translates the namespace `record`. A sentence whose message has its key alone, and takes the values below, needs no case here. */
export function procedureSentence(
  locale: string,
  t: Translate<'record'>,
  plan: RoomPlan,
  sentence: Sentence,
  timeZone?: string,
): string {
  const values = valuesOf(locale, t, plan, sentence, timeZone)
  switch (sentence.key) {
    case 'phase-started':
    case 'homework-started':
      return t(`procedure.${sentence.key}.${sentence.phase}`, values)
    case 'floor-granted':
      return t(`procedure.floor-granted.${sentence.byAutopilot ? 'autopilot' : 'chair'}`, values)
    case 'words-given':
      return t(`procedure.words-given.${sentence.as}`, values)
    case 'step-undone':
      return t(`procedure.step-undone.${UNDO_LABELS.find((label) => label === sentence.undid) ?? 'other'}`)
    case 'text-chosen': {
      const own = sentence.text === sentence.delegation
      const key = sentence.agreed ? (own ? 'agreedOwn' : 'agreed') : own ? 'own' : 'other'
      return t(`procedure.text-chosen.${key}`, values)
    }
    case 'stood-on':
      return t(`procedure.stood-on.${sentence.clean ? 'clean' : 'open'}`, values)
    case 'motion-decided':
      return t(`procedure.motion-decided.${sentence.outcome}`, decidedValues(t, plan, sentence))
    case 'traded':
      return t('procedure.traded', tradedValues(t, plan, sentence))
    case 'initialled':
      return t(`procedure.initialled.${sentence.all ? 'all' : 'one'}`, values)
    default:
      return t(`procedure.${sentence.key}`, values)
  }
}

/** What a sentence's message may hold, by the fields that the sentence has. */
function valuesOf(
  locale: string,
  t: Translate<'record'>,
  plan: RoomPlan,
  sentence: Sentence,
  timeZone: string | undefined,
): Record<string, string | number> {
  const values: Record<string, string | number> = {}
  if ('seat' in sentence) Object.assign(values, whose(plan, sentence.seat))
  if ('seconds' in sentence) values.duration = durationWords(t, sentence.seconds)
  if ('minutes' in sentence) values.duration = durationWords(t, sentence.minutes * 60)
  if ('phase' in sentence) values.phase = phaseName(t, plan, sentence.phase)
  if ('round' in sentence) values.round = (sentence.round && roundOf(plan, sentence.round)?.title) ?? 'none'
  if ('dueAt' in sentence) values.due = dayAndTime(locale, sentence.dueAt, timeZone)
  if ('turn' in sentence) values.turn = sentence.turn
  if ('question' in sentence) values.question = sentence.question
  if ('headline' in sentence) values.headline = sentence.headline
  if ('heading' in sentence) values.heading = sentence.heading
  if ('delegation' in sentence) values.capital = delegationIn(plan, sentence.delegation)?.capital ?? ''
  if (sentence.key === 'straw-poll') {
    const { inFavour, against, silent, alone } = sentence
    Object.assign(values, { inFavour, against, silent, answered: alone ? 'one' : 'several' })
  }
  if ('nth' in sentence) values.version = nthWords(t, plan, sentence.of, sentence.nth)
  if ('text' in sentence) values.other = delegationIn(plan, sentence.text)?.capital ?? ''
  if ('entry' in sentence) values.entry = struckName(t, plan, sentence.entry)
  if (sentence.key === 'words-struck' || sentence.key === 'strike-reason-changed')
    values.reason = reasonWords(t, sentence.reason)
  if (sentence.key === 'words-put-back') {
    const { reason, struckAt } = sentence
    values.reason = reason
    values.time = struckAt === null ? 'none' : saidAt(locale, plan, struckAt, { seconds: false, timeZone })
  }
  return values
}

/** Each move of a trade, one after another. */
function tradedValues(
  t: Translate<'record'>,
  plan: RoomPlan,
  { between, moves }: Extract<Sentence, { key: 'traded' }>,
): Record<string, string> {
  const capital = (id: DelegationId) => delegationIn(plan, id)?.capital ?? ''
  const [first, second] = membersOf(between).map(capital)
  const said = moves.map(({ delegation, heading, of, nth }) =>
    t('offer.stands', {
      capital: capital(delegation),
      versions: t('offer.version', { version: nthWords(t, plan, of, nth), heading }),
    }),
  )
  return { first: first ?? '', second: second ?? '', moves: said.join('; ') }
}

/** What was moved, how it went, and who was for and against it. */
function decidedValues(
  t: Translate<'record'>,
  plan: RoomPlan,
  { motion, moved, by, inFavour, against }: Extract<Sentence, { key: 'motion-decided' }>,
): Record<string, string | number> {
  const who = (ids: readonly DelegationId[]) => ids.map((id) => delegationIn(plan, id)?.capital ?? '').join(', ')
  const sides = [
    ...(inFavour.length > 0 ? [t('motion.inFavour', { who: who(inFavour) })] : []),
    ...(against.length > 0 ? [t('motion.against', { who: who(against) })] : []),
  ]
  return { motion, by, kind: moved.kind, what: movedWords(t, moved), sides: sides.join(' ') || 'none' }
}

/** What a motion asks for. */
export function movedWords(t: Translate<'record'>, moved: NamedMotion): string {
  switch (moved.kind) {
    case 'caucus':
    case 'extend':
      return t(`motion.${moved.kind}`, { duration: durationWords(t, moved.minutes * 60) })
    case 'close':
    case 'straw-poll':
      return t(`motion.${moved.kind}`, { heading: moved.heading })
    case 'appeal':
      return t('motion.appeal', { ruling: moved.ruling })
    default:
      return moved satisfies never
  }
}

function whose(plan: RoomPlan, id: SeatId): { title: string; country: string } {
  const seat = plan.seats.find((candidate) => candidate.id === id)
  return {
    title: seat?.title ?? id,
    country: delegationIn(plan, seat?.delegation)?.name ?? '',
  }
}
