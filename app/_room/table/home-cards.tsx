// A delegation's two home cards on its own pages: who holds each, what it asks, and whether the rules find it met as the text stands.
import { useTranslations } from 'next-intl'
import type { DelegationId } from '#simulation/kernel/ids'
import { cardsAsTheyStand } from '#simulation/questions/ratification'
import type { RoomState } from '#simulation/state/room-state'
import styles from './home-cards.module.css'

export function HomeCards({ state, own }: { state: RoomState; own: DelegationId }) {
  const t = useTranslations('room.home')
  const issued = state.issued !== null
  return (
    <ul className={`fields ${styles.cards}`}>
      {cardsAsTheyStand(state, own).map(({ holder, asks, met }) => (
        <li key={asks} className={styles.card}>
          <h3>{holder}</h3>
          <p>“{asks}”</p>
          <p className={styles.found}>
            {met === null ? t('judged') : t(issued ? 'checked' : 'checkedNow', { met: met ? 'yes' : 'no' })}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** While the text is negotiated: folded, because the words of the clause come first; whether the checked card is met stands on the fold. */
export function HomeFold({ state, own }: { state: RoomState; own: DelegationId }) {
  const t = useTranslations('room.home')
  const cards = cardsAsTheyStand(state, own)
  if (cards.length === 0) return null
  const checked = cards.find(({ met }) => met !== null)
  const met = checked ? (checked.met ? 'yes' : 'no') : 'none'
  return (
    <details className={styles.fold}>
      <summary>{t('fold', { met })}</summary>
      <HomeCards state={state} own={own} />
    </details>
  )
}
