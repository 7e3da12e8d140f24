'use client'
// Shown in place of the record before the first phase: what will happen and when, what to do meanwhile, and who is here.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { scenarioPath } from '#paths'
import { useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { OwnViewLine, OwnViewStep } from '#room/table/own-view-step'
import type { RoomTab } from '#room/table/phase-screens.ts'
import { SeatedTable } from '#room/table/seated-table'
import type { OwnView } from '#room/table/use-own-view.ts'
import { RefusalText } from '#room/words/refusal-text'
import { isThirdEdition } from '#simulation/agenda/plan'
import { whatKeepsSeats } from '#simulation/questions/seats'
import { plannedSeconds } from '#simulation/reading/homework/agenda-times'
import { checkKeepsBrief } from '#simulation/reading/homework/reading-check'
import { Button, LinkButton } from '#ui/controls/button'
import { LockLine } from '#ui/words/seal'
import { AnotherSeat } from './another-seat'
import styles from './lobby.module.css'
import { ReadingCheck } from './reading-check'

type LobbyProps = { at: SeatView; go: (place: RoomTab) => void; ownView: OwnView; docked: boolean }

export function Lobby({ at, go, ownView, docked }: LobbyProps) {
  const t = useTranslations('room.lobby')
  const refusals = useTranslations('refusals')
  const request = useRequest(at.view)
  const { state, seat } = at
  const kept = whatKeepsSeats(state)
  const briefed = at.delegation !== null && state.briefs.length > 0
  const [choosing, setChoosing] = useState(false)
  const inOneStep = isThirdEdition(state.plan)
  if (choosing && !kept) return <AnotherSeat at={at} onDone={() => setChoosing(false)} />
  const minutes = Math.round(plannedSeconds(state.plan.phases) / 60)
  return (
    <div className={styles.lobby}>
      <div>
        {ownView.open ? (
          <OwnViewStep at={at} ownView={ownView} docked={docked} />
        ) : (
          <OwnViewLine at={at} ownView={ownView} />
        )}
        <p className={styles.lead}>{t('lead', { title: seat.title })}</p>
        {state.expected[at.person] === seat.id ? (
          <p className={styles.text}>
            {t('expected', { name: at.view.displayNames[at.person] ?? '', title: seat.title })}
          </p>
        ) : null}
        <p className={styles.text}>{t('what', { rounds: state.plan.rounds.length, minutes })}</p>
        <LockLine>{t('told')}</LockLine>
        {at.delegation === null || briefed ? null : (
          <p className={styles.text}>{t(checkKeepsBrief(state, at.person) ? 'briefChecked' : 'briefSoon')}</p>
        )}
        <p className={styles.text}>{kept ? refusals(kept) : at.delegation === null ? null : t('own')}</p>
        <p className={`acts ${styles.actions}`}>
          {briefed ? <Button onClick={() => go('brief')}>{t('readBrief')}</Button> : null}
          {at.view.room ? <LinkButton href={scenarioPath(at.view.room.activityId)}>{t('pack')}</LinkButton> : null}
          {kept ? null : (
            <Button
              kind="quiet"
              busy={request.busy}
              onClick={() => (inOneStep ? setChoosing(true) : void request.ask({ type: 'leaveSeat' }))}
            >
              {t('leaveSeat')}
            </Button>
          )}
        </p>
        <RefusalText>{request.refused}</RefusalText>
        <ReadingCheck at={at} />
      </div>
      <SeatedTable at={at} />
    </div>
  )
}
