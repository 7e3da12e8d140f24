'use client'
// The delegations' positions in the current round: drafts, filed and revealed. Only the chair sees them before the reveal.
import { useTranslations } from 'next-intl'
import { useFiledByEnd } from '#record/entries/filed-by-end.ts'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { FromTo } from '#record/who-moved'
import { asTopic } from '#record/words/inside-sentence.ts'
import { useHowMoved, useMovesText } from '#record/words/moves-words.ts'
import type { RoundPlan } from '#simulation/agenda/plan'
import type { FilingStage, TensionKey } from '#simulation/kernel/ids'
import { filingProgress, knownValues, roundsAtHand } from '#simulation/reading/log/filings'
import { focusGap } from '#simulation/reading/log/gap'
import { moveRows, movesFinding, standingUnfiled } from '#simulation/reading/positions/who-moved'
import { opensNow, type RoomState } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { GapMini } from '#ui/charts/gap-mini'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { beginning, delegationIn, delegationsIn, gapName, partiesOf } from '#ui/words/delegations.ts'
import { unsigned } from '#ui/words/signed.ts'
import type { DeskView } from './desk-view'
import { ForetoldLine } from './foretold-line'
import styles from './positions-filed.module.css'

export function PositionsFiled({ desk: { state }, onCards }: { desk: DeskView; onCards: (round: TensionKey) => void }) {
  const t = useTranslations('desk.positions')
  const parties = partiesOf(state.plan)
  const gap = beginning(gapName(parties))
  const rounds = roundsAtHand(state)
  const [only] = rounds
  const single = rounds.length === 1
  const moved = opensNow(state, 'movement') && only ? only : null
  const rows =
    single && only
      ? (['opening', 'closing'] as const).map((stage) => ({ key: stage, round: only.key, stage, label: t(stage) }))
      : rounds.map((round) => ({ key: round.key, round: round.key, stage: 'opening' as const, label: round.title }))
  return (
    <section aria-label={t('title')}>
      <Band dense level={2} title={t('title')} {...(single && only ? { detail: only.title } : {})} right={gap} />
      <table className={styles.filed}>
        <caption className="unseen">{t('caption', { gap })}</caption>
        <thead className="unseen">
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('positions')}</th>
            <th scope="col">{gap}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, round, stage, label }) => {
            const values = knownValues(state, round, stage)
            const apart = focusGap(state.plan, values)
            return (
              <tr key={key}>
                <th scope="row">
                  <button type="button" className={styles.open} onClick={() => onCards(round)}>
                    <span aria-hidden="true">{label}</span>
                    <VisuallyHidden>{t('read', { label })}</VisuallyHidden>
                  </button>
                  <StandsSo state={state} round={round} stage={stage} />
                </th>
                <td>
                  <div className={styles.mini}>
                    <GapMini
                      parties={parties}
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
      <ForetoldLine state={state} className={styles.foretold} />
      {moved ? <Moved state={state} round={moved} /> : null}
    </section>
  )
}

/** While the round closes with who moved: what everybody sees, in one sentence and a row for each delegation. */
function Moved({ state, round }: { state: RoomState; round: RoundPlan }) {
  const say = useMovesText()
  const how = useHowMoved()
  return (
    <div className={styles.moved}>
      <p>
        <b>{say(partiesOf(state.plan), movesFinding(state, round.key), asTopic(round.title))}</b>
      </p>
      <ul>
        {moveRows(state, round.key).map((row) => (
          <li key={row.delegation}>
            {delegationIn(state.plan, row.delegation)?.name} <FromTo row={row} /> {how(row, false)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** "10:29, revealed" and who had not filed, "2 of 3 filed, sealed", or that nothing is written; hatched while sealed. */
function StandsSo({ state, round, stage }: { state: RoomState; round: TensionKey; stage: FilingStage }) {
  const t = useTranslations('desk.positions')
  const said = useSaidAt(state)
  const stands = filingProgress(state, round, stage)
  const unfiled = useFiledByEnd()(partiesOf(state.plan), standingUnfiled(state, round, stage))
  if (stands.kind === 'revealed')
    return (
      <small>
        {[t('revealed', { at: said(stands.at, { seconds: false }) }), ...(unfiled === null ? [] : [unfiled])].join(
          '; ',
        )}
      </small>
    )
  if (stands.kind === 'nothing') return <small>{t('nothing')}</small>
  const { filed, drafts } = stands
  return (
    <small>
      <span className={styles.sealed} aria-hidden="true" />
      {filed > 0
        ? t('filed', { filed, of: delegationsIn(state.plan).length })
        : t('drafts', { drafts, of: delegationsIn(state.plan).length })}
    </small>
  )
}
