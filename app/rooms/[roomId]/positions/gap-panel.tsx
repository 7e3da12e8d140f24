'use client'
// A revealed round: the gap on its axis with the guesses, the texts of the positions, and who guessed whom
// best. Sealed positions are not in its props.
import { useLocale, useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { andList } from '#format/lists'
import { PositionCard } from '#record/position-card'
import { struckName } from '#record/words/off-words.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { MoreButton } from '#room/off/more-button'
import { useLineMenu } from '#room/off/use-line-menu'
import { opens } from '#simulation/agenda/phase-kinds'
import type { RoundPlan } from '#simulation/agenda/plan'
import { focusGap, latestValues, revealedValues, sourceReading } from '#simulation/reading/log/gap'
import { positionSheet } from '#simulation/reading/log/position-sheet'
import { mayReport, struckAt } from '#simulation/reading/log/strikes'
import { beliefsIn, believedGap, whoReadWhom } from '#simulation/reading/positions/believed'
import { positionPlace } from '#simulation/shapes/places'
import { phaseNow, type RoomState } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { GapDumbbell } from '#ui/charts/gap-dumbbell'
import { useGapFinding } from '#ui/charts/gap-finding'
import { poleName } from '#ui/controls/axis-value.ts'
import { columnsFor, delegationIn, delegationsIn, partiesOf } from '#ui/words/delegations.ts'
import { unsigned } from '#ui/words/signed.ts'
import styles from './gap-panel.module.css'

export function GapPanel({ at, round }: { at: SeatView; round: RoundPlan }) {
  const t = useTranslations('room.gap')
  const { state } = at
  const delegations = delegationsIn(state.plan)
  const { stage, values } = latestValues(state, round.key)
  const openings = stage === 'closing' ? revealedValues(state, round.key, 'opening') : undefined
  const believed = beliefsIn(state, round.key)
  const reading = sourceReading(state, round)
  const record = useTranslations('record')
  const { opened, open, parts } = useLineMenu(at)
  const onMore = (entry: string, button: HTMLElement) => open({ entry, title: null, at: null }, button)
  return (
    <section className={styles.gap} aria-labelledby="gap-title">
      <Band
        unseenOnPhone
        level={2}
        title={<span id="gap-title">{t('title')}</span>}
        detail={t(stage === 'closing' ? 'asClosed' : 'asOpened', { round: round.title })}
      />
      <div className={styles.chart}>
        <GapDumbbell
          parties={partiesOf(state.plan)}
          axis={round.axis}
          positions={values}
          openings={openings}
          beliefs={believed}
          author={reading?.value}
          heading={3}
          size="large"
          title={<Finding round={round} state={state} />}
          sub={
            <span className={styles.sub}>
              {t(openings ? 'howMoved' : 'how', {
                others: delegations.length - 1,
                believed: believed.length > 0 ? 'shown' : 'none',
                reading: reading ? 'shown' : 'none',
              })}
            </span>
          }
        />
      </div>
      <div className={styles.cards} style={{ '--columns': columnsFor(delegations.length) } as CSSProperties}>
        {delegations.map((delegation) => {
          const place = positionPlace({ round: round.key, stage, delegation: delegation.id })
          return (
            <PositionCard
              key={delegation.id}
              sheet={positionSheet(state, round.key, delegation.id, stage)}
              about={at.about}
              offAt={(entry) => struckAt(state, entry)}
              opening={opens(phaseNow(state), 'reveals') && phaseNow(state)?.round === round.key}
            >
              {mayReport(state, at.person, place) ? (
                <MoreButton
                  no={place}
                  name={struckName(record, state.plan, place)}
                  open={place === opened}
                  onMore={onMore}
                />
              ) : null}
            </PositionCard>
          )
        })}
      </div>
      {parts}
      <WhoReadWhom state={state} round={round} />
      {reading ? (
        <p className={styles.read}>
          <b>{t('reading')}</b> {reading.reason}
        </p>
      ) : null}
    </section>
  )
}

function Finding({ round, state }: { round: RoundPlan; state: RoomState }) {
  const t = useTranslations('room.gap')
  const finding = useGapFinding()
  const { values } = latestValues(state, round.key)
  const parties = partiesOf(state.plan)
  const expected = believedGap(state, round.key)?.distance ?? null
  const actual = focusGap(state.plan, values)
  const capital = delegationIn(state.plan, parties.focus.members[0])?.capital ?? ''
  return (
    <>
      {finding(parties, values, t('topic', { title: round.title }))}{' '}
      {expected === null || actual === null
        ? null
        : expected === actual
          ? t('expectedSame', { capital })
          : t('expected', { capital, distance: unsigned(expected) })}
    </>
  )
}

function WhoReadWhom({ state, round }: { state: RoomState; round: RoundPlan }) {
  const t = useTranslations('room.gap')
  const locale = useLocale()
  const { well, misread } = whoReadWhom(state, round.key)
  if (well.length === 0 && misread.length === 0) return null
  const capital = (delegation: (typeof well)[number]) => delegationIn(state.plan, delegation)?.capital ?? ''
  return (
    <p className={styles.read}>
      <b>{t('whoRead')}</b>{' '}
      {well.length === 0 ? null : t('well', { who: andList(locale, well.map(capital)), count: well.length })}{' '}
      {misread.map(
        (one) =>
          `${t('misread', {
            by: capital(one.by),
            of: capital(one.of),
            distance: unsigned(one.distance),
            pole: poleName(round.axis[one.toward]),
          })} `,
      )}
    </p>
  )
}
