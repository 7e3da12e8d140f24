// The asked line of "now" in words: what is asked, why or by when, and the verb of the button that leads to it.
import { timeOfDay } from '#format/clock-time'
import type { Translate } from '#format/translate'
import type { RoomView } from '#room/link/room-view.ts'
import { opens } from '#simulation/agenda/phase-kinds'
import { roundOf } from '#simulation/agenda/plan'
import type { DelegationId, SeatId } from '#simulation/kernel/ids'
import { MINUTE_MS } from '#simulation/kernel/time'
import { chipsEach } from '#simulation/questions/chips'
import { heldBySeat } from '#simulation/reading/log/time-accounts'
import type { Task } from '#simulation/reading/talk/asked'
import type { Now } from '#simulation/reading/talk/now'
import { actingHead, clauseIn, phaseNow, type RoomState } from '#simulation/state/room-state'
import { delegationIn } from '#ui/words/delegations.ts'
import { clockText } from '#ui/words/signed.ts'

export type AskedWords = {
  ask: string
  why: string
  /** The words of the button that leads to the task; null where there is nothing to go to. */
  verb: string | null
}

/** Tasks with a sentence and a reason of their own. */
type Plain = Extract<
  Task['kind'],
  | ('choose-seat' | 'draw-seat' | 'await-seat' | 'await-start' | 'await-phase' | 'ended' | 'watch' | 'speak')
  | ('reflected' | 'look-back-together' | 'look-back' | 'talk-in-caucus' | 'cases-done')
>

export type Teller = { t: Translate<'now'>; phases: Translate<'record.phases'>; intents: Translate<'record.intents'> }
export type Worded = { state: RoomState; view: Pick<RoomView, 'displayNames' | 'now'> }

export const hour = (at: number): string => timeOfDay(at, { seconds: false })
export const lengthOf = (ms: number): string => clockText(Math.round(ms / 1000))

/** As sentences name a delegation: a capital needs no article. */
export const capitalOf = ({ state }: Worded, delegation: DelegationId): string =>
  delegationIn(state.plan, delegation)?.capital ?? ''

const officeOf = ({ state }: Worded, seat: SeatId | undefined): string =>
  (seat === undefined ? undefined : state.seats[seat]?.title) ?? ''

function holderOf(at: Worded, seat: SeatId): string {
  const holder = at.state.seats[seat]?.holder
  return (holder && at.view.displayNames[holder]) || officeOf(at, seat)
}

export function askedWords(at: Worded, { task, who, happening }: Now, { t, intents }: Teller): AskedWords {
  const { state, view } = at
  const capital = who.kind === 'delegate' ? capitalOf(at, who.delegation) : ''
  const time = happening.kind === 'phase' ? hour(happening.until) : ''
  const plain = (kind: Plain) => ({ ask: t(`ask.${kind}`), why: t(`why.${kind}`), verb: null })
  const head = who.kind === 'delegate' ? officeOf(at, actingHead(state, who.delegation)?.id) : ''
  const chips = chipsEach(state.plan) ?? 0
  switch (task.kind) {
    case 'choose-seat':
    case 'draw-seat':
    case 'await-seat':
    case 'await-start':
    case 'await-phase':
    case 'ended':
    case 'watch':
    case 'cases-done':
    case 'reflected':
    case 'look-back-together':
      return plain(task.kind)
    case 'look': {
      const kind = opens(phaseNow(state), 'movement') ? 'moved' : 'look'
      return { ask: t('ask.look'), why: t(`why.${kind}`), verb: t(`do.${kind}`) }
    }
    case 'observe':
      return { ask: t(`ask.${task.task}`), why: t('why.observe'), verb: t('do.observe') }
    case 'give-words':
      return {
        ask: t('ask.give-words', { left: task.left }),
        why: t('why.give-words'),
        verb: t('do.observe'),
      }
    case 'owe-words': {
      const time = clockText(task.seconds)
      const name = holderOf(at, task.speaker)
      return {
        ask: t(`ask.owe-words.${task.as}`),
        why: t(`why.owe-words.${task.as}`, { time, name }),
        verb: t('do.owe-words'),
      }
    }
    case 'tap-turn': {
      const { turn, seconds, left } = task
      return {
        ask: t('ask.tap-turn', { left, number: turn }),
        why: t('why.tap-turn', { time: clockText(seconds) }),
        verb: t('do.tap-turn'),
      }
    }
    case 'read-brief':
      return {
        ask: t(task.sheet ? 'ask.readAndPlan' : 'ask.read-brief'),
        why: t('why.read-brief'),
        verb: t('do.read-brief'),
      }
    case 'check-reading':
      return {
        ask: t('ask.check-reading', { left: task.left }),
        why: t('why.check-reading'),
        verb: t('do.check-reading'),
      }
    case 'look-back':
    case 'talk-in-caucus':
      return { ...plain(task.kind), verb: t(`do.${task.kind}`) }
    case 'own-view': {
      const briefed = happening.kind === 'phase' && who.kind === 'delegate'
      const again = task.when === 'after'
      const alone = again ? 'ownViewAgain' : briefed ? 'ownViewThenBrief' : 'own-view'
      const ask = state.plan.learning ? (again ? 'ownViewAgainWith' : 'ownViewWith') : alone
      return {
        ask: t(`ask.${ask}`),
        why: t(task.when === 'after' ? 'why.ownViewAgain' : 'why.own-view'),
        verb: t('do.own-view'),
      }
    }
    case 'file': {
      const title = roundOf(state.plan, task.round)?.title ?? ''
      const why =
        task.left === 1 ? t('why.fileOne', { title, time }) : t('why.fileMore', { left: task.left, of: task.of })
      const ask = t(task.stage === 'opening' ? 'ask.fileOpening' : 'ask.fileClosing', { capital })
      return { ask, why, verb: t('do.file', { capital }) }
    }
    case 'propose': {
      const name = holderOf(at, task.head)
      return { ask: t('ask.propose', { head }), why: t('why.propose', { name, capital }), verb: t('do.propose') }
    }
    case 'proposed': {
      if (who.kind === 'delegate' && task.by === who.seat.id)
        return { ask: t('ask.proposed', { head }), why: t('why.proposed', { time }), verb: null }
      const name = holderOf(at, task.by)
      return { ask: t('ask.proposedBy', { name }), why: t('why.proposedBy', { time }), verb: t('do.proposedBy') }
    }
    case 'filed':
      return { ask: t('ask.filed', { capital }), why: t('why.filed', { time }), verb: null }
    case 'lay-chips':
      return {
        ask: t('ask.lay-chips', { count: chips }),
        why: t('why.lay-chips'),
        verb: t('do.lay-chips'),
      }
    case 'propose-chips':
      return {
        ask: t('ask.propose-chips', { head, count: chips }),
        why: t('why.propose-chips', { head }),
        verb: t('do.propose-chips'),
      }
    case 'ask-side':
    case 'answer-side':
    case 'score-case':
    case 'guess-side':
    case 'say-case': {
      const side = capitalOf(at, task.of)
      return { ask: t(`ask.${task.kind}`, { side }), why: t(`why.${task.kind}`), verb: t(`do.${task.kind}`) }
    }
    case 'speak':
      return { ...plain('speak'), verb: t('do.speak') }
    case 'open':
    case 'listen':
      return openingWords(at, task, capital, t)
    case 'in-queue':
      return {
        ask: task.place === 1 ? t('ask.next') : t('ask.in-queue', { place: task.place }),
        why: queueWords(at, task, time, { t, intents }),
        verb: t('do.in-queue'),
      }
    case 'ask-for-floor': {
      const seat = who.kind === 'delegate' ? who.seat.id : null
      const spoken = seat === null ? 0 : Math.round(heldBySeat(state, seat, view.now()) / 1000)
      const { place, again } = task
      if (again) return { ask: t('ask.askAgain'), why: t('why.askAgain', { place }), verb: t('do.toRecord') }
      return {
        ask: t('ask.ask-for-floor'),
        why: spoken > 0 ? t('why.ask-for-floor', { place, spoken: clockText(spoken) }) : t('why.askFirst', { place }),
        verb: t('do.toRecord'),
      }
    }
    case 'settle':
      return task.acts
        ? { ask: t('ask.settle', { open: task.open }), why: t('why.settle'), verb: t('do.settle') }
        : { ask: t('ask.settleMember', { head }), why: t('why.settleMember'), verb: t('do.settleMember') }
    case 'answer-offer': {
      const from = capitalOf(at, task.from)
      return { ask: t('ask.answer-offer', { from }), why: t('why.answer-offer'), verb: t('do.answer-offer') }
    }
    case 'answer-motion':
      return { ask: t(task.poll ? 'ask.answer-poll' : 'ask.answer-motion'), why: t('why.answer-motion'), verb: null }
    case 'initial':
      return { ask: t('ask.initial', { capital }), why: t('why.initial'), verb: t('do.initial') }
    case 'mark-reading': {
      const heading = clauseIn(state, task.clause)?.heading ?? ''
      return { ask: t('ask.mark-reading', { heading }), why: t('why.mark-reading'), verb: t('do.mark-reading') }
    }
    case 'nothing-to-vote':
      return { ask: t('ask.nothing-to-vote'), why: t('why.nothing-to-vote'), verb: null }
    case 'settled':
      return task.closed
        ? { ask: t('ask.settledClosed'), why: t('why.settledClosed'), verb: null }
        : { ask: t('ask.settled'), why: t('why.settled', { time }), verb: null }
    case 'cast':
      return {
        ask: t('ask.cast', { capital, of: task.of }),
        why: t('why.cast', { left: task.left, of: task.of, time }),
        verb: t('do.cast'),
      }
    case 'advise':
      return {
        ask: t('ask.advise', { head }),
        why: t('why.advise', { left: task.left, of: task.of }),
        verb: t('do.advise'),
      }
    case 'voted':
      return { ask: t(task.acts ? 'ask.votedHead' : 'ask.voted'), why: t('why.voted', { time }), verb: null }
    case 'ratify': {
      const title = who.kind === 'delegate' ? who.seat.title : ''
      return { ask: t('ask.ratify', { title }), why: t('why.ratify'), verb: t('do.ratify') }
    }
    case 'home-sealed':
    case 'nothing-to-ratify':
    case 'chair-decided':
      return { ask: t(`ask.${task.kind}`, { capital }), why: t(`why.${task.kind}`, { time }), verb: null }
    case 'members-decide':
      return { ask: t('ask.members-decide'), why: t('why.members-decide'), verb: t('do.members-decide') }
    case 'reflect':
      return { ask: t('ask.reflect'), why: t('why.reflect', { left: task.left, of: task.of }), verb: t('do.reflect') }
    case 'claim':
      return { ask: t('ask.claim'), why: t('why.claim', { left: task.left, of: task.of }), verb: t('do.claim') }
    default:
      return task satisfies never
  }
}

function openingWords(
  at: Worded,
  task: Extract<Task, { kind: 'open' | 'listen' }>,
  capital: string,
  t: Translate<'now'>,
): AskedWords {
  const { opener } = task
  if (opener === null) {
    const { holder } = at.state.floor
    const speaker = holder ? at.state.seats[holder.seat] : undefined
    const of = holder?.turn === 'opening' && speaker?.delegation ? capitalOf(at, speaker.delegation) : null
    return { ask: of === null ? t('ask.listen') : t('ask.listenTo', { capital: of }), why: t('why.listen'), verb: null }
  }
  const why = t('why.open', { capital, length: lengthOf(opener.lasts) })
  const verb = t('do.open')
  const next = task.kind === 'open' && task.next
  if (opener.at === null)
    return { ask: next ? t('ask.openNext') : t('ask.openLater', { place: opener.place }), why, verb }
  const time = hour(opener.at)
  return { ask: next ? t('ask.openNextAt', { time }) : t('ask.openLaterAt', { place: opener.place, time }), why, verb }
}

/** About when a raised hand is called. Never a time after its phase: the hand comes down with it (F9). */
function queueWords(
  { state, view }: Worded,
  { place, at, intent: kind }: Extract<Task, { kind: 'in-queue' }>,
  ends: string,
  { t, intents }: Pick<Teller, 't' | 'intents'>,
): string {
  const intent = intents(kind)
  if (place === 1 && state.floor.holder === null) return t('why.queueNow', { intent })
  if (at === null) return t('why.queueTooLate', { intent, ends })
  return t('why.in-queue', { intent, minutes: Math.max(0, Math.round((at - view.now()) / MINUTE_MS)) })
}
