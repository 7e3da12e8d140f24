/** Bugs for the rules of a room: secrecy, time, the floor, what counts. */
import type { Bug } from './bug'

const simulation = (name: string) => `tests/rules/${name}.test.ts`

export const IN_THE_RULES: readonly Bug[] = [
  {
    breaks: 'a caucus is heard by everybody',
    inside: 'speakInCaucus',
    old: `    seatsUntilDebrief(seatIdsOf(state.plan, delegation), {
      type: 'CaucusSpoken',`,
    planted: `    seatsUntilDebrief(seatIdsOf(state.plan, 'us', 'jp', 'cn'), {
      type: 'CaucusSpoken',`,
    tests: [simulation('caucuses')],
  },
  {
    breaks: 'ballots are told while they are cast',
    inside: 'castBallot',
    old: `    seatsUntilDebrief(seatIdsOf(state.plan, delegation), { type: 'BallotCast', clause, delegation, vote, reason }),`,
    planted: `    everyone({ type: 'BallotCast', clause, delegation, vote, reason }),`,
    tests: [simulation('communique')],
  },
  {
    breaks: 'a position is told before its reveal',
    inside: 'filed',
    old: `    seatsUntilDebrief(seatIdsOf(state.plan, delegation), {
      type: 'PositionFiled',`,
    planted: `    everyone({
      type: 'PositionFiled',`,
    tests: [simulation('positions')],
  },
  {
    breaks: 'the stage hears what one delegation hears',
    inside: 'mayHear',
    old: `  if (to === 'instructor' || who.kind === 'stage') return false`,
    planted: `  if (to === 'instructor') return false
  if (who.kind === 'stage') return 'seats' in to`,
    tests: [simulation('record')],
  },
  {
    breaks: 'the debrief opens what is private for good',
    inside: 'mayHear',
    old: `  if (unsealed && to.opens === 'at-debrief') return true`,
    planted: `  if (unsealed) return true`,
    tests: [simulation('record')],
  },
  {
    breaks: 'a phase ends twice when the clock and the chair both end it',
    inside: 'endPhase',
    old: `  if (!phase || !state.clock || !isRunning(state)) return refuse('phase-not-running')
  if (command.index !== state.agenda.index) return refuse('not-current')`,
    planted: `  if (!phase || !state.clock) return refuse('phase-not-running')`,
    tests: [simulation('phases')],
  },
  {
    breaks: 'a phase may be ended by the clock before its time',
    inside: 'endPhase',
    old: `  if (who.kind === 'clock' && !hasEnded(state, moment.at)) return refuse('not-current')`,
    planted: ``,
    tests: [simulation('phases')],
  },
  {
    breaks: 'words land in a phase at the instant it has ended',
    inside: 'hasEnded',
    old: `  state.clock !== null && state.clock.pausedAt === null && at >= state.clock.endsAt`,
    planted: `  state.clock !== null && state.clock.pausedAt === null && at > state.clock.endsAt`,
    tests: [simulation('phases')],
  },
  {
    breaks: 'a pause of the clock is counted as speaking time',
    inside: 'heldFor',
    old: `  return Math.max(0, Math.min(state.clock?.pausedAt ?? now, holder.until) - holder.since)`,
    planted: `  return Math.max(0, Math.min(now, holder.until) - holder.since)`,
    tests: [simulation('floor'), simulation('phases')],
  },
  {
    breaks: 'a step is undone across the reveal it brought',
    inside: 'undoLastStep',
    old: `  if (!step?.label || step.final) return refuse('nothing-to-undo')`,
    planted: `  if (!step?.label) return refuse('nothing-to-undo')`,
    tests: [simulation('positions')],
  },
  {
    breaks: 'an undo gives the floor back to a seat whose student was removed',
    inside: 'stepWithout',
    old: `  const held = floor.holder?.seat === seat`,
    planted: `  const held = false`,
    tests: [simulation('undo'), simulation('laws')],
  },
  {
    breaks: 'a student who is removed keeps the floor',
    inside: 'vacate',
    old: `  if (state.floor.holder?.seat === seat.id) {`,
    planted: `  if (state.floor.holder?.seat === seat.id && seat.holder !== person) {`,
    tests: [simulation('seats')],
  },
  {
    breaks: 'whoever was removed still acts in the room',
    inside: 'decide',
    old: `  if (who.kind === 'removed') return refuse('removed')`,
    planted: ``,
    tests: [simulation('seats')],
  },
  {
    breaks: 'a statement is made by a seat that does not hold the floor',
    inside: 'makeStatement',
    old: `  if (state.floor.holder?.seat !== who.seat.id) return refuse('does-not-hold-the-floor')`,
    planted: ``,
    tests: [simulation('statements')],
  },
  {
    breaks: 'the gap gives away a position that is not revealed',
    inside: 'revealedValues',
    old: `    if (file.revealed && file.filed) values[delegation] = file.filed.position.value`,
    planted: `    if (file.filed) values[delegation] = file.filed.position.value`,
    tests: [simulation('positions')],
  },
  {
    breaks: 'sealed openings are read before their deadline',
    inside: 'postStatement',
    old: `    return accept(seatsForGood([who.seat.id], { type: 'PostSealed'`,
    planted: `    return accept(seatsForGood(Object.values(state.seats).map(({ id }) => id), { type: 'PostSealed'`,
    tests: [simulation('homework')],
  },
  {
    breaks: 'late work is taken without end',
    inside: 'timeliness',
    old: `  return at < due + state.plan.lateHours * HOUR_MS ? 'late' : 'deadline-passed'`,
    planted: `  return 'late'`,
    tests: [simulation('homework')],
  },
  {
    breaks: 'a page passes over a number it never heard',
    inside: 'hearMore',
    old: `    if (row.seq !== seq + 1) return null`,
    planted: ``,
    tests: ['tests/screens/heard-log.test.ts'],
  },
  {
    breaks: 'a record in which a turn ended with its phase is called untrue',
    inside: 'phasesEventRows',
    old: `    rank: 3,`,
    planted: `    rank: 0,`,
    tests: [simulation('retelling')],
  },
  {
    breaks: 'a call for help is no entry of anybody’s record',
    inside: 'injectsEventRows',
    old: `    numbering: underItsNumber,
    content: ({ help }, { text }, { no }) => {`,
    planted: `    numbering: () => null,
    content: ({ help }, { text }, { no }) => {`,
    tests: [simulation('catalogue')],
  },
  {
    breaks: 'a student is told a place in the queue that a delegation heard less takes from them',
    inside: 'afterTurn',
    old: `    spentMs: floor.spentMs.plus(seat, lasts),
    heardMs: floor.heardMs.plus(state.seats[seat]?.holder ?? seat, lasts),`,
    planted: `    spentMs: floor.spentMs,
    heardMs: floor.heardMs,`,
    tests: ['tests/rules/reading/queue.test.ts'],
    only: 'F7 a turn to come',
  },
  {
    breaks: 'a script that asked first speaks before a person',
    inside: 'nextHand',
    old: `[Number(scripted), scripted || hand.intent !== 'point-of-order' ? 1 : 0]`,
    planted: `[hand.intent !== 'point-of-order' ? 1 : 0]`,
    tests: ['tests/rules/reading/queue.test.ts'],
    only: 'F7 a person goes before a script',
  },
  {
    breaks: 'who takes over a seat is as much heard as the one before',
    inside: 'heardIn',
    old: `isThirdEdition(plan) ? floor.heardMs.of(voiceOf(seat)) : floor.spentMs.of(seat.id)`,
    planted: `floor.spentMs.of(seat.id)`,
    tests: ['tests/rules/reading/queue.test.ts'],
    only: 'F6 least heard is',
  },
  {
    breaks: 'what was believed at the opening stands beside a guess made at the close',
    inside: 'beliefOf',
    old: `  for (const stage of ['closing', 'opening'] as const) {`,
    planted: `  for (const stage of ['opening', 'closing'] as const) {`,
    tests: ['tests/rules/reading/believed.test.ts'],
    only: 'D1 a closing position',
  },
]
