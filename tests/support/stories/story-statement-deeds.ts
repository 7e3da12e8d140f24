/** What a beat of a story tries about what is said aloud: statements, posts, words for a turn, checks and chronicles. */
import type { ObserverTask } from '#simulation/agenda/plan'
import { isTurn, namedFor } from '#simulation/questions/turns'
import { FINDINGS } from '#simulation/shapes/observers'
import { TURN_WAYS } from '#simulation/shapes/turns'
import { isAnswerable, isStatement } from '#simulation/topics/statements/statements'
import { type Attempt, delegationOf } from './story-book'
import { pick } from './story-fitting'
import { marksIn } from './story-marks'
import type { Secret } from './story-papers'
import type { Deed } from './story-script'
import type { Around } from './story-text-deeds'

type StatementDeed = Extract<
  Deed,
  | 'makeStatement'
  | 'postStatement'
  | 'withdrawStatement'
  | 'giveWords'
  | 'leaveWords'
  | 'checkStatement'
  | 'writeChronicle'
>

/** Any seat, and mostly who has the floor. */
type Speaking = Around & { seat: string; speaker: string }

export function statementAttempt(deed: StatementDeed, around: Speaking): Attempt {
  const { dice, book, state, round, someone, stray, mark, sides, seat, speaker } = around
  const [a, b, c, d, e] = dice
  const { plan } = state
  const [one = 'nobody'] = sides
  const everyone: Partial<Secret> = { public: true }
  /** One statement in four is a question, put to somebody. */
  const asked = () =>
    e % 4 === 0 ? ({ intent: 'question', to: pick(sides, d) ?? one } as const) : ({ intent: 'point' } as const)
  const observerAt = (task: ObserverTask) =>
    stray ? null : book.speakerOf(plan.seats.find(({ id }) => state.tasks[id] === task)?.id ?? '')

  switch (deed) {
    case 'makeStatement': {
      const answers = c % 6 === 0 ? 1 + (d % 40) : null
      return {
        by: speaker,
        command: { type: deed, text: mark, answers, ...asked(), anchors: [] },
        secret: everyone,
      }
    }
    case 'postStatement': {
      // Mostly the running phase, sometimes an earlier or a later one.
      const at = state.agenda.index + (pick([0, 0, 0, -1, -2, 1], a) ?? 0)
      const own = { seats: [book.seatOf.get(someone.slice(2)) ?? 'nowhere'] }
      const answers = c % 6 === 0 ? 1 + (d % 40) : null
      return {
        by: someone,
        command: { type: deed, phase: Math.max(0, at), round, text: mark, answers, ...asked(), anchors: [] },
        secret: own,
        accepted: (token) => book.posted(token),
      }
    }
    case 'withdrawStatement': {
      const made = state.record.toArray().flatMap(({ event, no }) => (isStatement(event) ? [{ event, no }] : []))
      const one = pick(made, c)
      const by = one && !stray ? (book.speakerOf(one.event.seat) ?? someone) : someone
      const said = marksIn(one?.event.text ?? '')
      const accepted = () => book.tookOff(said)
      return { by, command: { type: deed, entry: one ? Number(one.no) : 1, reason: mark }, secret: everyone, accepted }
    }
    case 'giveWords':
    case 'leaveWords': {
      const ended = state.record.toArray().flatMap(({ event, no }) => (isTurn(event) ? [{ event, no }] : []))
      const left = deed === 'giveWords' && d % 2 === 0 ? ended.filter(({ no }) => state.leftTo[Number(no)]) : []
      const turn = pick(left.length > 0 ? left : ended, c)
      const scribe = book.speakerOf(
        pick(
          plan.seats.filter(({ delegation }) => delegation === null),
          a,
        )?.id ?? '',
      )
      const named = turn && book.speakerOf(namedFor(state, Number(turn.no)) ?? '')
      const author = turn && state.turnWords[Number(turn.no)]?.by
      // An understudy gives no words by itself, so that no story foresees it of a server.
      const spoke = turn?.event.speaker?.startsWith('p:') ? turn.event.speaker : undefined
      const by =
        (stray
          ? someone
          : pick(left.length > 0 ? [named] : [spoke, scribe, named ?? author].flatMap((one) => one ?? []), d)) ??
        someone
      const at = turn ? Number(turn.no) : 1
      // Every other time what the turn answers is said instead, so that the stories go on as they are drawn.
      if (deed === 'leaveWords' && e % 2 === 0) {
        const answered = pick(
          state.record.toArray().filter(({ event, no }) => isAnswerable(event) && (stray || Number(no) < at)),
          e,
        )
        const tapped = [{ answers: answered ? Number(answered.no) : null }, { about: 'E3.1' }, { about: null }]
        const tap = pick([...tapped, ...TURN_WAYS.map((way) => ({ way }))], b) ?? {}
        return { by: stray ? by : (spoke ?? by), command: { type: 'tapTurn', turn: at, ...tap } }
      }
      if (deed === 'leaveWords') {
        const all = turn ? book.team(delegationOf(turn.event.seat)) : []
        const team = stray ? all : all.filter((one) => book.speakerOf(one) !== null)
        return {
          by: spoke ?? by,
          command: { type: deed, turn: at, to: b % 4 === 0 ? null : (pick(team, b) ?? seat) },
        }
      }
      const answers = c % 6 === 0 ? 1 + (d % 40) : null
      const words = { text: mark, intent: 'challenge', answers, dictated: d % 2 === 0 } as const
      return { by, command: { type: deed, turn: at, anchors: [], ...words }, secret: everyone }
    }
    case 'checkStatement': {
      const checked = pick(
        state.record.toArray().filter(({ event }) => stray || isAnswerable(event)),
        c,
      )
      const by = observerAt('fact-checker') ?? someone
      const check = {
        finding: pick(FINDINGS, a) ?? 'holds',
        text: mark,
        source: d % 2 === 0 ? 'E1.1' : { source: mark },
      }
      return { by, command: { type: deed, entry: Number(checked?.no ?? 1), ...check }, secret: everyone }
    }
    case 'writeChronicle': {
      const by = observerAt('historian') ?? someone
      return { by, command: { type: deed, round: d % 3 === 0 ? null : round, text: mark }, secret: everyone }
    }
    default:
      return deed satisfies never
  }
}
