// The gap: the chart over the rounds, each pair with both guesses, and each round's axis with movement, guesses and the author's
// position.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RoundCards } from '#record/round-cards'
import { gistsOf } from '#record/words/gists.ts'
import { membersOf } from '#simulation/agenda/parties'
import { type RoundPlan, roundOf } from '#simulation/agenda/plan'
import type { Pair } from '#simulation/kernel/ids'
import { gapByRound, type RoundGap, revealedValues } from '#simulation/reading/log/gap'
import { beliefsIn } from '#simulation/reading/positions/believed'
import { pairReadings } from '#simulation/reading/positions/debrief'
import { drawsBelieved, gapLines } from '#simulation/reading/positions/gap-lines'
import type { RoomState } from '#simulation/state/room-state'
import { GapDumbbell } from '#ui/charts/gap-dumbbell'
import { GapLines } from '#ui/charts/gap-lines'
import { delegationIn, pairName, pairsIn, partiesOf } from '#ui/words/delegations.ts'
import { axisEnds, unsigned } from '#ui/words/signed.ts'
import type { DebriefData, EssayParagraph } from './debrief-data'
import { useLinesTitle, useShiftTitle } from './findings'
import { LinesProof, ShiftProof } from './gap-proofs'
import styles from './gap-section.module.css'
import { Numbers, Part, type Row } from './part'

/** The gap over the rounds, and each pair with what both sides believed. */
export function LinesSection({ back: { room, state } }: { back: DebriefData }) {
  const t = useTranslations('debrief')
  const lines = useLinesTitle(state)
  const rounds = gapByRound(state)
  const plotted = gapLines(state)
  const parties = partiesOf(state.plan)
  const first = delegationIn(state.plan, parties.focus.members[0])
  if (rounds.length === 0) return <Part title={t('lines.unknown')} sub={t('lines.nothing')} />
  return (
    <Part title={lines} sub={t('lines.sub', axisEnds)} proof={<LinesProof state={state} room={room.id} />}>
      {rounds.length > 1 ? (
        <GapLines
          parties={parties}
          rounds={plotted}
          note={drawsBelieved(plotted) ? t('lines.note', { capital: first?.capital ?? '' }) : undefined}
        />
      ) : null}
      <EachPair state={state} />
    </Part>
  )
}

/** The axis of each round, with movement, guesses and the author's position. */
export function ShiftSection({ back: { room, state, course }, essay }: ShiftSectionProps) {
  const t = useTranslations('debrief')
  const shift = useShiftTitle(state)
  const rounds = gapByRound(state)
  const believed = rounds.some(({ round }) => beliefsIn(state, round).length > 0)
  const stage = rounds.some((round) => round.stage === 'closing') ? 'closing' : 'opening'
  const gists = gistsOf(essay)
  if (rounds.length === 0) return null
  return (
    <Part
      long
      title={shift}
      sub={t('shift.sub', { stage, believed: believed ? 'shown' : 'none' })}
      proof={<ShiftProof state={state} room={room.id} />}
    >
      <div className={styles.rounds}>
        {rounds.map((row) => {
          const round = roundOf(state.plan, row.round)
          return round ? (
            <Round key={row.round} state={state} row={row} round={round}>
              <RoundCards state={state} round={round} about={{ gists, timeZone: course.timeZone }} />
            </Round>
          ) : null
        })}
      </div>
    </Part>
  )
}

type ShiftSectionProps = { back: DebriefData; essay: readonly EssayParagraph[] }

function pairTitle({ plan }: RoomState, pair: Pair): string {
  const found = pairsIn(partiesOf(plan)).find((each) => each.pair === pair)
  return found ? pairName(found.members) : ''
}

function EachPair({ state }: { state: RoomState }) {
  const t = useTranslations('debrief.pairs')
  const cell = (value: number | null) => (value === null ? '–' : unsigned(value))
  const rows = pairReadings(state).map(({ round, pair, opening, closing, believed }): Row => {
    const number = state.plan.rounds.findIndex(({ key }) => key === round) + 1
    const taken = membersOf(pair).map((by) => {
      const found = believed.find((each) => each.by === by)
      const capital = delegationIn(state.plan, by)?.capital ?? ''
      return found ? t('believed', { capital, distance: unsigned(found.distance) }) : t('noGuess', { capital })
    })
    return {
      key: `${round}/${pair}`,
      head: t('row', { number, pair: pairTitle(state, pair) }),
      cells: [cell(opening), cell(closing), taken.join('; ')],
    }
  })
  return <Numbers label={t('label')} head={[t('pair'), t('opening'), t('closing'), t('taken')]} rows={rows} />
}

type RoundProps = { state: RoomState; row: RoundGap; round: RoundPlan; children: ReactNode }

function Round({ state, row, round, children }: RoundProps) {
  const t = useTranslations('debrief.round')
  const number = state.plan.rounds.indexOf(round) + 1
  return (
    <div className={styles.round}>
      <GapDumbbell
        widest="half"
        heading={3}
        title={t('title', { number, title: round.title })}
        sub={round.question}
        parties={partiesOf(state.plan)}
        axis={round.axis}
        positions={row.values}
        openings={row.stage === 'closing' ? revealedValues(state, round.key, 'opening') : undefined}
        beliefs={beliefsIn(state, round.key)}
        author={round.author?.value}
        note={
          round.author
            ? t('author', { reason: round.author.reason, anchors: round.author.anchors.join(', ') })
            : undefined
        }
      />
      {children}
    </div>
  )
}
