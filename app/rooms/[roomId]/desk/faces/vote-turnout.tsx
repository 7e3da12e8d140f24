'use client'
// Who has cast a ballot, by person: each side's head, with a way to remind those who have not. What they voted stays sealed.
import { useTranslations } from 'next-intl'
import { hasCast } from '#simulation/reading/room/desk-face'
import { actingHead, opensNow } from '#simulation/state/room-state'
import { Placard } from '#ui/charts/placard'
import { delegationsIn } from '#ui/words/delegations.ts'
import { type DeskView, nameOf } from '../scoring/desk-view'
import { RemindButton } from './remind-button'
import styles from './vote-turnout.module.css'

export function VoteTurnout({ desk }: { desk: DeskView }) {
  const t = useTranslations('desk.face')
  const { state, displayNames } = desk
  if (!opensNow(state, 'votes')) return null
  return (
    <ul className={styles.turnout} aria-label={t('turnout')}>
      {delegationsIn(state.plan).map((delegation) => {
        const { id } = delegation
        const head = actingHead(state, id)
        const cast = hasCast(state, id)
        return (
          <li key={id} className="line">
            <Placard delegation={delegation} size="xs" />
            <b className="cut">
              <bdi>{(head?.holder && nameOf(displayNames, head.holder)) ?? head?.title}</bdi>
            </b>
            <span className="hint">{t(cast ? 'cast' : 'notCast')}</span>
            {cast ? null : <RemindButton desk={desk} delegation={id} of="ballot" />}
          </li>
        )
      })}
    </ul>
  )
}
