// Understudies in caucus: each says the first line of its brief once, and the head's understudy files positions and guesses.
// They take values from their own brief and from revealed positions.
import { delegationIds, delegationOf } from '../agenda/parties'
import { AXIS_END } from '../kernel/axis'
import { type AxisValue, type DelegationId, type FilingStage, type TensionKey, understudyActor } from '../kernel/ids'
import { citationsOf } from '../scenario/facts'
import { linesFor, seatOf, tensionOf } from '../scenario/lookup'
import { phaseNow, positionFile } from '../state/room-state'
import type { Move, UnderstudyContext } from './understudy-context'
import { draw, isPlayed, momentAt, openingOf, playedHead, playedSeats, standOf, turnOf } from './understudy-context'

export function caucusMoves(context: UnderstudyContext): Move[] {
  return delegationIds(context.state.plan).flatMap((delegation) => [
    ...openingCaucusMoves(context, delegation),
    ...laterWords(context, delegation),
    ...filings(context, delegation),
    ...practiceDrafts(context, delegation),
  ])
}

/**
 * In a practice room at thirty times class speed nobody can write four positions in sixteen seconds. Where a person is the head, an
 * understudy of the delegation drafts them, and the drafts are filed as they are unless that person changes them (O5).
 * At class speed (`speed === 1`) understudies draft nothing for people, whose own writing is what gets marked.
 */
function practiceDrafts(context: UnderstudyContext, delegation: DelegationId): Move[] {
  const { state } = context
  const files = phaseNow(state)?.files
  const clerk = playedSeats(state, delegation)[0]
  if (!files || !clerk || state.plan.speed === 1 || playedHead(state, delegation)) return []
  return files.rounds.flatMap((round, index): Move[] => {
    const file = positionFile(state, round, files.stage, delegation)
    if (file.draft || file.sealedAt !== null) return []
    const words = positionFor(context, delegation, round, files.stage)
    const at = momentAt(context, 0.4 + (0.2 * index) / files.rounds.length)
    return [
      { at, by: understudyActor(clerk.id), command: { type: 'draftPosition', round, stage: files.stage, ...words } },
    ]
  })
}

/** In the first caucus (the one that files opening positions) each understudy says the `firstInCaucus` line of its brief, once. */
function openingCaucusMoves(context: UnderstudyContext, delegation: DelegationId): Move[] {
  const { state, scenario } = context
  if (phaseNow(state)?.files?.stage !== 'opening') return []
  const said = saidInCaucus(context)
  return playedSeats(state, delegation).flatMap((seat): Move[] => {
    const text = seatOf(scenario, seat.id)?.firstInCaucus
    if (!text || said.has(text)) return []
    const at = momentAt(context, 0.08 + 0.08 * seat.order + turnOf(context, delegation, 0.02))
    return [{ at, by: understudyActor(seat.id), command: { type: 'speakInCaucus', text } }]
  })
}

/** What offices say to their own delegation about the positions that it files now, once each. */
function laterWords(context: UnderstudyContext, delegation: DelegationId): Move[] {
  const { state, scenario } = context
  const files = phaseNow(state)?.files
  if (!files) return []
  const said = saidInCaucus(context)
  return files.rounds
    .flatMap((round) => linesFor(scenario, delegation, round))
    .filter((line) => line.kind === 'caucus' && line.stage === files.stage && !said.has(line.text))
    .flatMap((line, index): Move[] => {
      const seat = playedSeats(state, delegation).find(({ id }) => id === line.seat)
      if (!seat) return []
      const at = momentAt(context, 0.2 + 0.1 * index + turnOf(context, delegation, 0.03))
      return [{ at, by: understudyActor(seat.id), command: { type: 'speakInCaucus', text: line.text } }]
    })
}

function saidInCaucus({ state }: UnderstudyContext): ReadonlySet<string> {
  const said = new Set<string>()
  for (const entry of state.privateEntries) if (entry.event.type === 'CaucusSpoken') said.add(entry.event.text)
  return said
}

/** What the understudies who act as heads have not filed of what the running phase files. */
export const owedFilings = (context: UnderstudyContext): Move[] =>
  delegationIds(context.state.plan).flatMap((delegation) => filings(context, delegation))

function filings(context: UnderstudyContext, delegation: DelegationId): Move[] {
  const { state } = context
  const head = playedHead(state, delegation)
  const files = phaseNow(state)?.files
  if (!head || !files || !isPlayed(head)) return []
  return files.rounds.flatMap((round, index): Move[] => {
    if (positionFile(state, round, files.stage, delegation).sealedAt !== null) return []
    const at = momentAt(context, 0.65 + (0.2 * index) / files.rounds.length + turnOf(context, delegation, 0.03))
    return [
      {
        at,
        by: understudyActor(head.id),
        command: {
          type: 'filePosition',
          round,
          stage: files.stage,
          ...positionFor(context, delegation, round, files.stage),
        },
      },
    ]
  })
}

/** A position in the words of the brief: the opening or closing line whose stance is nearest to the value filed. */
function positionFor(context: UnderstudyContext, delegation: DelegationId, round: TensionKey, stage: FilingStage) {
  const wanted =
    stage === 'opening' ? openingValue(context, delegation, round) : closingValue(context, delegation, round)
  const nearest = nearestWords(context, delegation, round, stage, wanted)
  const { stance } = nearest
  // Words a step away would argue against the value: it comes to within half a step of them, as far as the brief's band goes.
  const [low, high] = bandOf(context, delegation, round)
  const value = Math.abs(stance - wanted) < 1 ? wanted : within(stance + 0.5 * Math.sign(wanted - stance), low, high)
  const line = redLineOn(context, delegation, round)
  const guesses = Object.fromEntries(
    othersThan(context, delegation).map((other) => [other, guess(context, delegation, other, round, stage)]),
  )
  return {
    value,
    text: nearest.text,
    redLine: line?.text ?? '',
    anchors: citationsOf(context.scenario, nearest),
    guesses,
  }
}

/** A position in words: of all that the delegation could file at this stage, what argues for the nearest value. It closes in the words in which it opened only where it has no others. */
function nearestWords(
  { scenario, state }: UnderstudyContext,
  delegation: DelegationId,
  round: TensionKey,
  stage: FilingStage,
  value: number,
) {
  const brief = openingOf(scenario, delegation, round)
  const opener = state.plan.rounds
    .find(({ key }) => key === round)
    ?.openers?.find((seat) => state.seats[seat]?.delegation === delegation)
  const spoken = linesFor(scenario, delegation, round).filter(
    // The opener's own line is left to be said, or the first speech would repeat what was revealed a minute before.
    ({ kind, seat }) => (kind === 'opening' && seat !== opener) || (kind === 'closing' && stage === 'closing'),
  )
  const opened = stage === 'closing' ? positionFile(state, round, 'opening', delegation).filed?.position.text : null
  const all = [
    ...spoken.toReversed(),
    ...(brief && brief.reading !== ''
      ? [{ text: brief.reading, stance: brief.value, anchors: brief.anchors, facts: undefined }]
      : []),
  ]
  const others = all.filter(({ text }) => text !== opened)
  const words = others.length > 0 ? others : all
  const far = ({ stance }: { stance: number }) => Math.abs(stance - value)
  return (
    words.toSorted((a, b) => far(a) - far(b))[0] ?? {
      text: stepName(scenario, round, value),
      ...{ stance: value, anchors: [] },
    }
  )
}

/** Where an author wrote no words to file: what the scale calls the place. */
const stepName = (scenario: UnderstudyContext['scenario'], round: TensionKey, value: number): string =>
  tensionOf(scenario, round)?.axis.labels[String(Math.round(value))] ?? ''

/** The band that the brief leaves on an axis; all of it where it says none. */
const bandOf = ({ scenario }: UnderstudyContext, delegation: DelegationId, round: TensionKey) =>
  openingOf(scenario, delegation, round)?.band ?? [-AXIS_END, AXIS_END]

/** The brief's opening value, moved by at most half a step by the room's seed and kept within the brief's band. */
function openingValue(context: UnderstudyContext, delegation: DelegationId, round: TensionKey): AxisValue {
  const opening = openingOf(context.scenario, delegation, round)
  if (!opening) return 0
  const [low, high] = opening.band
  return within(opening.value + 0.5 * (draw(context, 3, 'opening', delegation, round) - 1), low, high)
}

/** Where it closes: where it stood, where its closing line stands, or half way between, by the room's seed and within the brief's band. */
function closingValue(context: UnderstudyContext, delegation: DelegationId, round: TensionKey): AxisValue {
  const stands = standOf(context, round, delegation)
  const [low, high] = bandOf(context, delegation, round)
  const aim = linesFor(context.scenario, delegation, round).find(({ kind }) => kind === 'closing')?.stance ?? stands
  return within(stands + (aim - stands) * 0.5 * draw(context, 3, 'closing', delegation, round), low, high)
}

/** A red line of the delegation that this tension touches, as its author says; none where none does. */
function redLineOn(context: UnderstudyContext, delegation: DelegationId, round: TensionKey) {
  const all = delegationOf(context.scenario, delegation)?.redLines ?? []
  const lines = all.filter(({ tensions }) => tensions?.includes(round))
  return lines[draw(context, lines.length, 'red', delegation, round)]
}

/** A guess of another delegation's position: the opening value of its brief, or when closing its known position, off by at most one step by the room's seed. */
function guess(
  context: UnderstudyContext,
  by: DelegationId,
  of: DelegationId,
  round: TensionKey,
  stage: FilingStage,
): AxisValue {
  const known = stage === 'opening' ? (openingOf(context.scenario, of, round)?.value ?? 0) : standOf(context, round, of)
  return within(known + 0.5 * (draw(context, 5, 'guess', by, of, round, stage) - 2), -AXIS_END, AXIS_END)
}

const othersThan = ({ state }: UnderstudyContext, delegation: DelegationId): readonly DelegationId[] =>
  delegationIds(state.plan).filter((other) => other !== delegation)

const within = (value: number, low: number, high: number): AxisValue =>
  Math.min(high, Math.max(low, Math.round(value * 2) / 2))
