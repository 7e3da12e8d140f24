'use client'
// One line for each delegation beneath the record: how long it has spoken, how many of it have been heard, and who has not, once that says
// something.
import { useTranslations } from 'next-intl'
import { useNow } from '#room/hooks/use-now.ts'
import { spentBy } from '#simulation/reading/log/time-accounts'
import { heardOfSide, tellsSilence } from '#simulation/reading/room/desk-face'
import { Placard } from '#ui/charts/placard'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import { type Delegation, delegationsIn } from '#ui/words/delegations.ts'
import { clockText } from '#ui/words/signed.ts'
import { type DeskView, nameOf } from '../scoring/desk-view'
import styles from './delegation-strip.module.css'

/** More names than these are a number alone. */
const NAMED = 4

export function DelegationStrip({ desk }: { desk: DeskView }) {
  const t = useTranslations('desk.delegations')
  const time = useNow(desk.now, 1_000)
  const sides = delegationsIn(desk.state.plan)
  const most = Math.max(1, ...sides.map(({ id }) => spentBy(desk.state, id, time)))
  return (
    <section className={styles.strip} aria-label={t('title')}>
      {sides.map((delegation) => (
        <Side key={delegation.id} desk={desk} delegation={delegation} time={time} most={most} />
      ))}
    </section>
  )
}

type SideProps = { desk: DeskView; delegation: Delegation; time: number; most: number }

function Side({ desk: { state, displayNames }, delegation, time, most }: SideProps) {
  const t = useTranslations('desk.delegations')
  const spent = spentBy(state, delegation.id, time)
  const { spoke, of, silent } = heardOfSide(state, delegation.id)
  const names = silent.map(({ holder, title }) => (holder && nameOf(displayNames, holder)) ?? title)
  return (
    <div className={delegationColours(delegation)}>
      <p className="line">
        <Placard delegation={delegation} size="xs" square silent />
        <b>{delegation.name}</b>
        <span className="whole">{clockText(spent / 1000)}</span>
      </p>
      <meter className={styles.bar} aria-hidden="true" min={0} max={most} value={spent} />
      {of > 0 && tellsSilence(state, time) ? (
        <p className="hint cut">
          {t('spoke', { spoke, of })}
          {names.length === 0 || names.length > NAMED ? null : ` ${t('silent', { list: names.join(', ') })}`}
        </p>
      ) : null}
    </div>
  )
}
