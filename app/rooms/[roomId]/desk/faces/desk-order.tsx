'use client'
// What waits for the chair's word at the desk: the open motion, carried or not, and the points of order that nobody has ruled on.
import { useTranslations } from 'next-intl'
import { movedWords } from '#record/words/procedure-sentence.ts'
import { answersTo, motionToRule, namedMotion, openMotion, pointsToRule } from '#simulation/questions/motions'
import type { Motion } from '#simulation/shapes/motions'
import { Band } from '#ui/charts/band'
import { Button } from '#ui/controls/button'
import { delegationIn } from '#ui/words/delegations.ts'
import type { DeskView } from '../scoring/desk-view'
import styles from './desk-order.module.css'

export function DeskOrder({ desk, onRule }: { desk: DeskView; onRule: (seat: string) => void }) {
  const t = useTranslations('desk.order')
  const { state } = desk
  const motion = openMotion(state)
  const points = pointsToRule(state)
  if (!motion && points.length === 0) return null
  return (
    <section aria-label={t('title')}>
      <Band dense level={2} title={t('title')} />
      <ul className={styles.list}>
        {motion ? <OpenMotion desk={desk} motion={motion} /> : null}
        {points.map(({ seat, cites, hand }) => (
          <li key={seat}>
            <p>
              {t('point', {
                title: state.seats[seat]?.title ?? '',
                at: hand ? 'hand' : 'entry',
                number: cites ?? 0,
              })}
            </p>
            <Button size="dense" onClick={() => onRule(seat)}>
              {t('rule')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function OpenMotion({ desk: { state, ask }, motion }: { desk: DeskView; motion: Motion }) {
  const t = useTranslations('desk.order')
  const record = useTranslations('record')
  const { no, by, moved, poll } = motion
  const what = movedWords(record, namedMotion(state, moved))
  const rule = (carried: boolean) => void ask({ type: 'ruleMotion', motion: no, carried })
  return (
    <li>
      <p role="status">
        {t(poll ? 'poll' : 'moves', { capital: delegationIn(state.plan, by)?.capital ?? '', what })}{' '}
        {t(poll ? 'cast' : 'answers', answersTo(state, motion))}
      </p>
      {motionToRule(state) === null ? null : (
        <span className={styles.acts}>
          <Button size="dense" onClick={() => rule(true)}>
            {t('carried')}
          </Button>
          <Button size="dense" onClick={() => rule(false)}>
            {t('notCarried')}
          </Button>
        </span>
      )}
    </li>
  )
}
