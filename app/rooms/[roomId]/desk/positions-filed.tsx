'use client'
// Where the delegations stand in the round that is on, as the chair knows it before anyone else: drafts, what is filed, what is revealed.
import { useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import type { RoundPlan } from '#simulation/agenda/plan'
import { DELEGATIONS, type Stage, type TensionKey } from '#simulation/kernel/ids'
import { phaseNow, positionFile, type RoomState } from '#simulation/kernel/room-state'
import { distance, type Values } from '#simulation/reading/gap'
import { Band } from '#ui/band'
import { GapMini } from '#ui/gap-mini'
import { unsigned } from '../../../_ui/signed'
import type { AtDesk } from './at-desk'
import styles from './positions-filed.module.css'

/** What each delegation has filed, or would file as its draft stands. */
export function knownValues(state: RoomState, round: TensionKey, stage: Stage): Values {
  const values: Values = {}
  for (const delegation of DELEGATIONS) {
    const file = positionFile(state, round, stage, delegation)
    const value = (file.filed ?? file.draft)?.position.value
    if (value !== undefined) values[delegation] = value
  }
  return values
}

/** The latest the chair knows of a round: its closing positions once one is written, else the opening ones. */
export function latestKnown(state: RoomState, round: TensionKey): Values {
  return { ...knownValues(state, round, 'opening'), ...knownValues(state, round, 'closing') }
}

/** The round on the table; before the first all of them are being filed, and after the last it stays. */
export function roundsAtHand(state: RoomState): readonly RoundPlan[] {
  const round = phaseNow(state)?.round
  if (round) return state.plan.rounds.filter((one) => one.key === round)
  const anyPlayed = state.plan.phases.slice(0, Math.max(0, state.agenda.index)).some((phase) => phase.round !== null)
  return anyPlayed ? state.plan.rounds.slice(-1) : state.plan.rounds
}

export function PositionsFiled({ desk: { state } }: { desk: AtDesk }) {
  const t = useTranslations('desk.positions')
  const common = useTranslations('common.pairs')
  const rounds = roundsAtHand(state)
  const [only] = rounds
  const single = rounds.length === 1
  const rows =
    single && only
      ? (['opening', 'closing'] as const).map((stage) => ({ key: stage, round: only.key, stage, label: t(stage) }))
      : rounds.map((round) => ({ key: round.key, round: round.key, stage: 'opening' as const, label: round.title }))
  return (
    <section aria-label={t('title')}>
      <Band
        dense
        level={2}
        title={t('title')}
        {...(single && only ? { detail: only.title } : {})}
        right={common('us-jp')}
      />
      <table className={styles.filed}>
        <caption>{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('positions')}</th>
            <th scope="col">{common('us-jp')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, round, stage, label }) => {
            const values = knownValues(state, round, stage)
            const apart = distance(values, 'us-jp')
            return (
              <tr key={key}>
                <th scope="row">
                  {label}
                  <StandsSo state={state} round={round} stage={stage} />
                </th>
                <td>
                  <div className={styles.mini}>
                    <GapMini
                      positions={values}
                      {...(stage === 'closing' ? { openings: knownValues(state, round, 'opening') } : {})}
                    />
                  </div>
                </td>
                <td>{apart === null ? t('unknown') : unsigned(apart)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** "10:29, revealed", "2 of 3 filed, sealed", or that nothing is written. Hatch while it is sealed. */
function StandsSo({ state, round, stage }: { state: RoomState; round: TensionKey; stage: Stage }) {
  const t = useTranslations('desk.positions')
  const files = DELEGATIONS.map((delegation) => positionFile(state, round, stage, delegation))
  const filed = files.filter((file) => file.filed).length
  const drafts = files.filter((file) => file.draft && !file.filed).length
  const revealed = state.record.findLast(
    ({ event }) => event.type === 'PositionsRevealed' && event.round === round && event.stage === stage,
  )
  if (revealed) return <small>{t('revealed', { at: timeOfDay(revealed.at, { seconds: false }) })}</small>
  if (filed + drafts === 0) return <small>{t('nothing')}</small>
  return (
    <small>
      <span className={styles.sealed} aria-hidden="true" />
      {filed > 0 ? t('filed', { filed }) : t('drafts', { drafts })}
    </small>
  )
}
