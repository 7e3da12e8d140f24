'use client'
// The ratification at the desk: each side's cards and who has voted, and the chair's own decision for a side, by button or by its key.
import { useTranslations } from 'next-intl'
import { titleOf } from '#record/names-in-plan.ts'
import { cardsAsTheyStand, hasSigned } from '#simulation/questions/ratification'
import { votersAtHome } from '#simulation/reading/text/at-home'
import { opensNow } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { Placard } from '#ui/charts/placard'
import { Button } from '#ui/controls/button'
import { ScrollRegion } from '#ui/page/scroll-region'
import { type Delegation, delegationsIn } from '#ui/words/delegations.ts'
import type { DeskView } from '../scoring/desk-view'
import styles from './desk-text.module.css'

export function DeskHome({ desk, onDecide }: { desk: DeskView; onDecide: () => void }) {
  const t = useTranslations('desk.home')
  const { state } = desk
  if (!opensNow(state, 'ratifies')) return null
  return (
    <section className={`pane ${styles.text}`} aria-label={t('title')}>
      <Band
        dense
        level={2}
        title={t('title')}
        right={
          <Button size="dense" onClick={onDecide}>
            {t('decide')}
          </Button>
        }
      />
      <ScrollRegion as="ol" className={styles.clauses} label={t('sides')}>
        {delegationsIn(state.plan).map((delegation) => (
          <Side key={delegation.id} desk={desk} delegation={delegation} />
        ))}
      </ScrollRegion>
    </section>
  )
}

function Side({ desk: { state }, delegation }: { desk: DeskView; delegation: Delegation }) {
  const t = useTranslations('desk.home')
  const { id, name } = delegation
  const decided = state.homeDecided[id]
  const voters = votersAtHome(state, id)
  return (
    <li>
      <h3>
        <Placard delegation={delegation} size="xs" silent /> {name}
      </h3>
      {cardsAsTheyStand(state, id).map(({ holder, asks, met }) => (
        <p key={asks}>
          <b>{holder}</b>: “{asks}” {t('met', { met: met === null ? 'judged' : met ? 'yes' : 'no' })}
        </p>
      ))}
      <p className={styles.cast}>
        {hasSigned(state, id)
          ? voters
              .map(({ seat, sealed }) => t(sealed ? 'sealed' : 'open', { title: titleOf(state.plan, seat) }))
              .join(' · ')
          : t('unsigned')}
      </p>
      {decided ? <p>{t('decided', { ratified: decided.ratified ? 'yes' : 'no', reason: decided.reason })}</p> : null}
    </li>
  )
}
