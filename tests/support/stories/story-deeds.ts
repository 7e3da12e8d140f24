/** What a beat of a story tries: mostly a fitting command by someone who may give it; sometimes neither fits. */
import { OBSERVER_TASKS } from '#simulation/agenda/plan'
import { putToVote } from '#simulation/questions/ballots'
import { STAGE_SCENES } from '#simulation/shapes/injects'
import type { RoomState } from '#simulation/state/room-state'
import { CHAIR, type Written } from '../cast'
import { type Attempt, delegationOf, type StoryBook } from './story-book'
import { fitted, pick } from './story-fitting'
import { markOf } from './story-marks'
import { motionAttempt } from './story-motion-deeds'
import type { Secret } from './story-papers'
import { type Deed, type Dice, PEOPLE } from './story-script'
import { statementAttempt } from './story-statement-deeds'
import { textAttempt } from './story-text-deeds'

export function attempt(tried: Deed, dice: Dice, book: StoryBook, state: RoomState): Attempt | null {
  const [a, b, c, d, e] = dice
  const { plan } = state
  const sides = plan.delegations.map(({ id }) => id)
  const [one = 'nobody', other = 'nobody'] = sides
  // Little can happen once a seminar is over.
  if (state.agenda.status === 'finished' && e % 6 !== 0) return null
  const phase = plan.phases[state.agenda.index]
  const deed = fitted(tried, state, phase?.kind ?? null, d, e)

  const seat = pick(plan.seats, a)?.id ?? 'nobody.here'
  const name = pick(PEOPLE, b) ?? 'amara'
  const round = pick(plan.rounds, c)?.key ?? 'nothing'
  const clause = pick(state.clauses, c)?.key ?? 'gap'
  const stray = e % 9 === 0
  // Mostly one that may be voted on.
  const clean = (stray ? null : pick(putToVote(state), c)?.key) ?? clause
  const anyone = `p:${name}`
  const someone = stray ? anyone : `p:${pick([...book.seatOf.keys()], b) ?? name}`
  const chair = stray && d % 2 === 0 ? anyone : CHAIR
  const holder = book.clock.turn ? book.speakerOf(book.clock.turn.seat) : null
  const speaker = stray || !holder ? someone : holder
  // The first seat's holder, present or not: a guess at who acts for the delegation.
  const first = book.team(pick(sides, d) ?? one).flatMap((candidate) => book.speakerOf(candidate) ?? [])[0]
  const head = stray || !first ? someone : first
  const mark = markOf(book.secrets.length)
  const everyone: Partial<Secret> = { public: true }
  const toTeam = (by: string): Partial<Secret> => ({ seats: book.team(book.sideOf(by)), opens: true })

  const around = { dice, book, state, round, clause, clean, someone, head, chair, stray, mark, sides }

  switch (deed) {
    case 'takeSeat':
      return { by: anyone, command: { type: deed, seat: d % 3 === 0 ? null : seat } }
    case 'leaveSeat':
    case 'lowerHand':
      return { by: someone, command: { type: deed } }
    case 'placePerson':
      return { by: chair, command: { type: deed, person: name, seat: c % 5 === 0 ? null : seat } }
    case 'removePerson':
      return { by: chair, command: { type: deed, person: name } }
    case 'readmitPerson':
      return { by: chair, command: { type: deed, person: pick([...book.removed], c) ?? name } }
    case 'lockSeating':
      return { by: chair, command: { type: deed, locked: c % 3 === 0 } }
    case 'keepSeats':
      return { by: chair, command: { type: deed, seats: c % 3 === 0 ? [] : [seat] } }
    case 'sitInKeptSeat':
      return {
        by: stray ? anyone : 'clock',
        command: { type: deed, person: name, seat: pick(state.keptSeats, c) ?? seat },
      }
    case 'markAbsent':
    case 'markReturned':
      return { by: stray ? anyone : 'clock', command: { type: deed, seat: book.seatOf.get(name) ?? seat } }
    case 'startPhase':
      return { by: chair, command: { type: deed, index: state.agenda.index + (c % 7 === 0 ? 2 : 1) } }
    case 'endPhase':
      return state.agenda.index < 0 ? null : { by: chair, command: { type: deed, index: state.agenda.index } }
    case 'pauseClock':
    case 'resumeClock':
    case 'takeBackFloor':
    case 'undoLastStep':
    case 'unsealRecord':
    case 'closeRoom':
      return { by: chair, command: { type: deed } }
    case 'extendClock':
      return { by: chair, command: { type: deed, minutes: pick([1, 2, 5] as const, c) ?? 1 } }
    case 'setAutopilot': {
      const floor = pick(['off', 'in-order', 'least-heard'] as const, d) ?? 'off'
      const wait = e % 3 === 0 ? { understudiesWait: e % 2 === 0 } : {}
      return { by: chair, command: { type: deed, agenda: c % 4 !== 0, floor, ...wait } }
    }
    case 'askForFloor':
      return {
        by: someone,
        command: {
          type: deed,
          intent: d % 5 === 0 ? 'point-of-order' : 'question',
          answers: c % 5 === 0 ? 1 + (d % 40) : null,
        },
      }
    case 'grantFloor':
      return { by: chair, command: { type: deed, seat: pick(state.floor.hands, c)?.seat ?? seat } }
    case 'yieldFloor': {
      const team = book.clock.turn ? book.team(delegationOf(book.clock.turn.seat)) : []
      return { by: speaker, command: { type: deed, to: c % 3 === 0 ? null : stray ? seat : (pick(team, a) ?? seat) } }
    }
    case 'moveDeadline':
    case 'grantExtension': {
      const place = Math.max(0, state.agenda.index + (a % 2))
      const by = (1 + (c % 8)) * 3_600_000
      const due = (state.moved[place] ?? plan.phases[place]?.dueAt ?? 0) + by
      if (deed === 'moveDeadline' && e % 3 === 0)
        return { by: chair, command: movedAlong(state, Math.min(place, plan.phases.length - 1), by) }
      if (deed === 'moveDeadline') return { by: chair, command: { type: deed, phase: place, dueAt: due } }
      const passed = Math.max(0, place - (d % 3))
      if (e % 3 === 0) return { by: chair, command: { type: 'reopenPhase', phase: passed, until: due } }
      return { by: chair, command: { type: deed, person: name, phase: place, dueAt: due } }
    }
    case 'setDictation':
      return { by: stray ? anyone : chair, command: { type: deed, on: c % 2 === 0 } }
    case 'giveTask': {
      const observer =
        pick(
          plan.seats.filter(({ delegation }) => stray || delegation === null),
          a,
        )?.id ?? seat
      return { by: chair, command: { type: deed, seat: observer, task: pick([...OBSERVER_TASKS, null], c) ?? null } }
    }
    case 'speakInCaucus':
      return { by: someone, command: { type: deed, text: mark }, secret: toTeam(someone) }
    case 'speakInBilateral': {
      const side = book.sideOf(someone)
      // Pairs computed from the plan's order, as a page does it, and not taken from the rules.
      const all = sides.flatMap((first, place) => sides.slice(place + 1).map((second) => `${first}-${second}`))
      const pairs = all.filter((pair) => stray || pair.split('-').includes(side))
      const between = pick(pairs, c) ?? `${one}-${other}`
      return {
        by: someone,
        command: { type: deed, between, text: mark },
        secret: { seats: book.team(...between.split('-')), opens: true },
      }
    }
    case 'draftPosition':
    case 'filePosition': {
      const by = deed === 'filePosition' ? head : someone
      const files = phase?.files
      const place = { round: (files && pick(files.rounds, c)) ?? round, stage: files?.stage ?? 'opening' }
      const key = `${place.round}/${place.stage}/${book.sideOf(by)}`
      const wordless = deed === 'draftPosition' && d % 6 === 0
      const words = {
        value: (d % 13) / 2 - 3,
        text: wordless ? ' ' : mark,
        redLine: mark,
        anchors: [],
        guesses: { [other]: 1 },
      }
      return {
        by,
        command: { type: deed, ...place, ...words },
        secret: toTeam(by),
        accepted: (token) => {
          if (deed === 'filePosition') book.filed(key, token)
          else book.drafted(key, token)
        },
      }
    }
    case 'makeStatement':
    case 'postStatement':
    case 'withdrawStatement':
    case 'giveWords':
    case 'leaveWords':
    case 'checkStatement':
    case 'writeChronicle':
      return statementAttempt(deed, { ...around, seat, speaker })
    case 'draftVersion':
    case 'putForward':
    case 'bringInClause':
    case 'standOn':
    case 'makeOffer':
    case 'answerOffer':
    case 'withdrawOffer':
    case 'initialClause':
    case 'reopenClause':
    case 'keepBracket':
    case 'adviseBallot':
    case 'castBallot':
    case 'proposeChips':
    case 'layChips':
    case 'markReading':
    case 'voteRatification':
    case 'decideRatification':
      return textAttempt(deed, around)
    case 'moveMotion':
    case 'answerMotion':
    case 'castStraw':
    case 'ruleMotion':
    case 'rulePoint':
    case 'reopenDebate':
      return motionAttempt(deed, around)
    case 'sendInject':
      return { by: chair, command: { type: deed, key: pick([...book.papers.injects.keys()], c) ?? 'none' } }
    case 'writeInject':
      return { by: chair, command: { type: deed, headline: 'News', text: mark }, secret: everyone }
    case 'nudge': {
      const to = pick(['room', ...sides, seat], d) ?? 'room'
      const heard = to.includes('.') ? [to] : book.team(to)
      return { by: chair, command: { type: deed, to, text: mark }, secret: to === 'room' ? everyone : { seats: heard } }
    }
    case 'readNotes': {
      const sent = book.notesIn(state)
      const note = pick(sent, c)
      const to = note?.to ?? 'room'
      const heard = to === 'room' ? [...book.seatOf.values()] : to.includes('.') ? [to] : book.team(to)
      const reader = book.speakerOf(pick(heard, b) ?? '') ?? anyone
      const notes = [note?.no ?? '1', ...(d % 5 === 0 ? [pick(sent, d)?.no ?? '1'] : [])]
      return { by: stray ? anyone : d % 11 === 0 ? chair : reader, command: { type: deed, notes } }
    }
    case 'showOnStage':
      return { by: chair, command: { type: deed, scene: pick(STAGE_SCENES, c) ?? 'auto' } }
    case 'bookmarkEntry': {
      const entry = pick(['1', `${one}1`, `${other}1`, `n-${one}1`, String(1 + (d % 30))], c) ?? '1'
      return { by: chair, command: { type: deed, entry, note: mark }, secret: {} }
    }
    case 'liftBookmark':
      return { by: chair, command: { type: deed, entry: pick(['1', `${one}1`, `n-${one}1`], c) ?? '1' } }
    case 'callForHelp': {
      const from = book.seatOf.get(someone.slice(2)) ?? 'nowhere'
      const accepted = () => void book.calls.push(from)
      return { by: someone, command: { type: deed, text: mark }, secret: { seats: [from] }, accepted }
    }
    case 'answerHelp': {
      const { no, seat: called } = book.callAt(c % Math.max(1, book.calls.length))
      return { by: chair, command: { type: deed, no, text: mark }, secret: { seats: [called] } }
    }
    case 'markStance':
      return { by: anyone, command: { type: deed, round, value: (d % 13) / 2 - 3 } }
    case 'writeReflection':
      return { by: anyone, command: { type: deed, prompt: c % 4, text: mark }, secret: { person: name } }
    case 'claimObjective': {
      const entry = b % 4 === 0 ? null : 1 + (c % Math.max(1, state.record.length))
      return { by: someone, command: { type: deed, objective: d % 3, met: a % 2 === 0, entry } }
    }
    case 'judgeClaim': {
      const claim = pick(state.claims, c)?.no ?? 1
      return { by: chair, command: { type: deed, claim, confirmed: d % 2 === 0 } }
    }
    default:
      return deed satisfies never
  }
}

/** A part and all that follow it, by the same; of a seminar, where nothing is due, an hour that is refused. */
const movedAlong = ({ plan, moved, openings }: RoomState, from: number, by: number): Written => ({
  type: 'moveDates',
  dates: plan.phases.slice(from).map(({ opensAt, dueAt }, place) => {
    const index = from + place
    const opens = openings[index] ?? opensAt
    return {
      phase: index,
      opensAt: place === 0 || opens === null ? null : opens + by,
      dueAt: (moved[index] ?? dueAt ?? 0) + by,
    }
  }),
})
