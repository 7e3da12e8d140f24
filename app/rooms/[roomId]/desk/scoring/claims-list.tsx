'use client'
// The objectives that were claimed, at the desk: the claims that wait for the chair first, each with its two buttons.
import { useTranslations } from 'next-intl'
import { objectivesOf } from '#simulation/questions/objectives'
import { claimsForChair, claimsToJudge } from '#simulation/reading/positions/objectives'
import type { Claim } from '#simulation/shapes/objectives'
import { Band } from '#ui/charts/band'
import { Placard } from '#ui/charts/placard'
import { Button } from '#ui/controls/button'
import { ScrollRegion } from '#ui/page/scroll-region'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './claims-list.module.css'
import type { DeskView } from './desk-view'

export function ClaimsList({ desk, onLook }: { desk: DeskView; onLook: (entry: string) => void }) {
  const t = useTranslations('desk.claims')
  const { state } = desk
  if (state.claims.length === 0) return null
  const waiting = claimsToJudge(state)
  const [next] = waiting
  return (
    <section aria-label={t('title')}>
      <Band dense level={2} title={t('title')} right={t('left', { count: waiting.length })} />
      <ScrollRegion as="ul" className={styles.claims} label={t('title')}>
        {claimsForChair(state).map((claim) => (
          <OneClaim key={claim.no} desk={desk} claim={claim} next={claim === next} onLook={onLook} />
        ))}
      </ScrollRegion>
      <p className={styles.foot}>{t('foot')}</p>
    </section>
  )
}

type OneClaimProps = {
  desk: DeskView
  claim: Claim
  /** Whether it is the oldest that waits. */
  next: boolean
  onLook: (entry: string) => void
}

function OneClaim({ desk: { state, ask }, claim, next, onLook }: OneClaimProps) {
  const t = useTranslations('desk.claims')
  const { no, seat: id, objective, met, entry, confirmed } = claim
  const seat = state.seats[id]
  const delegation = delegationIn(state.plan, seat?.delegation)
  const judge = (yes: boolean) => void ask({ type: 'judgeClaim', claim: no, confirmed: yes })
  return (
    <li data-next={next || undefined}>
      <p>
        {next ? <VisuallyHidden>{t('next')}</VisuallyHidden> : null}
        {delegation ? <Placard delegation={delegation} size="xs" /> : null} <b>{seat?.title}</b>{' '}
        <b>{t('claim', { met: met ? 'yes' : 'no' })}</b>: {seat ? objectivesOf(state, seat)[objective] : null}{' '}
        {entry === null ? (
          <small>{t('unshown')}</small>
        ) : (
          <Button kind="quiet" size="dense" onClick={() => onLook(String(entry))}>
            {t('shown', { number: entry })}
          </Button>
        )}
      </p>
      <p className={`tools ${styles.acts}`}>
        {confirmed === true ? null : (
          <Button size="dense" onClick={() => judge(true)}>
            {t('confirm')}
          </Button>
        )}
        {confirmed === false ? null : (
          <Button kind="quiet" size="dense" onClick={() => judge(false)}>
            {t('refuse')}
          </Button>
        )}
        {confirmed === null ? null : <small>{t('confirmed', { confirmed: confirmed ? 'yes' : 'no' })}</small>}
      </p>
    </li>
  )
}
