'use client'
// Who has the floor and for how much longer, as one line over the record; beneath it why a request about the floor was refused.
import { useTranslations } from 'next-intl'
import { RefusalText } from '#room/refusal-text'
import type { SeatView } from '#room/seat-view.ts'
import type { SeatFloor } from '#room/use-floor.ts'
import { useNow } from '#room/use-now.ts'
import { turnNow } from '#simulation/reading/time-accounts'
import { delegationColours } from '#ui/delegation-colours.ts'
import { delegationIn } from '#ui/delegations.ts'
import { Account } from '#ui/floor-strip'
import { Placard } from '#ui/placard'
import { clockText } from '#ui/signed.ts'
import styles from './speaker-line.module.css'

export function SpeakerLine({ at, floor }: { at: SeatView; floor: SeatFloor }) {
  const t = useTranslations('room.floor')
  const { state, view } = at
  const now = useNow(view.now)
  const { holder } = state.floor
  const speaker = holder ? state.seats[holder.seat] : undefined
  const delegation = delegationIn(state.plan, speaker?.delegation)
  const turn = turnNow(state, now)
  const cut = floor.open && view.connection.kind !== 'live'
  return (
    <section className={styles.frame} aria-label={t('label')}>
      <div className={`${styles.line} ${delegationColours(delegation)}`}>
        {delegation ? <Placard delegation={delegation} silent /> : null}
        <b>{speaker ? (floor.holds ? t('yours') : t('has', { title: speaker.title })) : t('open')}</b>
        {turn ? (
          <>
            <Account fraction={turn.leftMs / Math.max(1000, turn.wholeMs)} />
            <span className={styles.left}>
              {t.rich('left', {
                left: clockText(Math.ceil(turn.leftMs / 1000)),
                of: clockText(Math.ceil(turn.wholeMs / 1000)),
                b: (text) => <b>{text}</b>,
              })}
            </span>
          </>
        ) : null}
      </div>
      <RefusalText>{cut ? t('offline') : floor.holds ? null : floor.request.refused}</RefusalText>
    </section>
  )
}
