'use client'
// The positions tab: the form while filing, the round just revealed, and the gap of every round so far.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { WhoMoved } from '#record/who-moved'
import { useWidest } from '#record/words/widest-words.ts'
import { readUnsettled } from '#room/hooks/use-local-storage.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { CopyWords } from '#room/words/copy-words'
import { roundOf } from '#simulation/agenda/plan'
import { STAGES, type TensionKey } from '#simulation/kernel/ids'
import { isRoundOver, openedRounds } from '#simulation/reading/log/filings'
import { gapByRound } from '#simulation/reading/log/gap'
import { drawsBelieved, revealedGapLines } from '#simulation/reading/positions/gap-lines'
import { widestRounds } from '#simulation/reading/record/proofs'
import { opensNow, phaseNow, type RoomState } from '#simulation/state/room-state'
import { positionDraft } from '#simulation/wire/draft-forms'
import { positionDraftKey } from '#simulation/wire/draft-key'
import { Band } from '#ui/charts/band'
import { GapLines } from '#ui/charts/gap-lines'
import { Segmented } from '#ui/controls/segmented'
import { EmptyState } from '#ui/page/empty-state'
import { delegationIn, partiesOf } from '#ui/words/delegations.ts'
import { CasesPanel } from './cases-panel'
import { GapPanel } from './gap-panel'
import { filingKey, type OwnFiling } from './own-filing'
import { isUnsent } from './position-draft'
import { PositionPanel } from './position-panel'
import styles from './positions-tab.module.css'

export function PositionsTab({ at, own }: { at: SeatView; own: OwnFiling }) {
  const t = useTranslations('room.gap')
  const { state, delegation } = at
  const { filing, ended, leave } = own
  const revealed = openedRounds(state)
  const [chosen, choose] = useState<TensionKey | null>(null)
  const fitting = phaseNow(state)?.round
  const key = [chosen, fitting, revealed.at(-1)].find((each) => revealed.some((round) => round === each))
  const round = key == null ? undefined : roundOf(state.plan, key)
  const moving = opensNow(state, 'movement') && chosen === null && fitting ? roundOf(state.plan, fitting) : undefined
  return (
    <div className={styles.place}>
      {filing && delegation !== null ? (
        <div className={styles.form}>
          <PositionPanel
            key={filingKey(filing, delegation)}
            at={at}
            delegation={delegation}
            filing={filing}
            ended={ended}
            onLeave={leave}
          />
        </div>
      ) : null}
      <CasesPanel at={at} />
      {revealed.length > 1 && key != null && !moving ? (
        <div className={styles.choose}>
          <Segmented
            label={t('rounds')}
            size="dense"
            value={key}
            onValueChange={choose}
            options={revealed.map((each) => ({
              value: each,
              label: roundOf(state.plan, each)?.title ?? each,
            }))}
          />
        </div>
      ) : null}
      {moving ? (
        <WhoMoved state={state} round={moving} own={delegation} />
      ) : round ? (
        <GapPanel at={at} round={round} />
      ) : null}
      {gapByRound(state).length > 1 && !moving ? <AllRounds state={state} /> : null}
      <LeftWords at={at} />
      {revealed.length === 0 && !(filing && delegation !== null) ? (
        <EmptyState title={t('emptyTitle')} level={2}>
          {t('empty')}
        </EmptyState>
      ) : null}
    </div>
  )
}

/** The gap over the rounds, from each round's closing positions or, before these, its opening ones. */
export function AllRounds({ state }: { state: RoomState }) {
  const t = useTranslations('room.gap')
  const parties = partiesOf(state.plan)
  const { delegations, focus } = parties
  const rounds = revealedGapLines(state)
  const pairs = (delegations.length * (delegations.length - 1)) / 2
  const how = t('linesHow', {
    believed: drawsBelieved(rounds) ? 'shown' : 'none',
    gap: focus.name,
    capital: delegationIn(state.plan, focus.members[0])?.capital ?? '',
    others: pairs === 1 ? 'none' : pairs <= 3 ? 'lines' : 'band',
  })
  return (
    <section className={styles.lines} aria-labelledby="lines-title">
      <Band
        level={2}
        title={<span id="lines-title">{t('allRounds')}</span>}
        detail={t('allRoundsDetail', { count: pairs })}
      />
      <GapLines parties={parties} rounds={rounds} heading={3} title={<LinesFinding state={state} />} sub={how} />
    </section>
  )
}

function LinesFinding({ state }: { state: RoomState }) {
  const t = useTranslations('room.gap')
  const words = useWidest(state)
  const widest = widestRounds(state)
  return widest ? `${words(widest)}.` : t('linesNone')
}

/**
 * Words for a position that no filing took, once its form has gone: they stay on this device and can be taken along.
 */
function LeftWords({ at: { state, roomId, person, delegation } }: { at: SeatView }) {
  const t = useTranslations('room.position')
  if (delegation === null) return null
  const left = state.plan.rounds.flatMap(({ key: round }) =>
    STAGES.flatMap((stage) => {
      if (!isRoundOver(state, round, stage)) return []
      const draft = readUnsettled({ roomId, person }, positionDraftKey(round, stage), positionDraft)
      return draft && isUnsent(state, { round, stage, delegation }, draft) ? [{ round, stage, draft }] : []
    }),
  )
  if (left.length === 0) return null
  return (
    <section className={`fields ${styles.left}`} aria-labelledby="left-words">
      <Band level={2} title={<span id="left-words">{t('leftTitle')}</span>} />
      {left.map(({ round, stage, draft }) => (
        <div key={`${round} ${stage}`}>
          <h3>{t('leftOf', { title: roundOf(state.plan, round)?.title ?? '', stage })}</h3>
          {[draft.text, draft.redLine].map((words) => (words.trim() === '' ? null : <p key={words}>{words}</p>))}
          <CopyWords text={[draft.text, draft.redLine].filter((words) => words.trim() !== '').join('\n')} />
        </div>
      ))}
    </section>
  )
}
