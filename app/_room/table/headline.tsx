'use client'
// The most urgent task of a student with its deadline, in the head of the room and on the page of their activities.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type AssignedPhase, headlineOf } from '#simulation/reading/homework/assignment'
import styles from './headline.module.css'
import { useWhen } from './when'

type HeadlineProps = {
  asked: readonly AssignedPhase[]
  now: number
  courseZone: string
  level: 1 | 2 | 3
  children?: ReactNode
}

export function Headline({ asked, now, courseZone, level, children }: HeadlineProps) {
  const t = useTranslations('homework-room')
  const when = useWhen(courseZone)
  const head = headlineOf(asked)
  const Title = `h${level}` as const
  const words =
    head.kind === 'over'
      ? t('headline.over')
      : t(`headline.${head.kind}`, { kind: head.asked.kind, left: when.length(head.at - now) })
  return (
    <div className={styles.headline}>
      <Title>{words}</Title>
      {head.kind === 'over' ? null : (
        <p>
          {head.kind === 'late' ? t('headline.lateUntil', { until: when.whole(head.at) }) : when.whole(head.at)}
          {head.kind !== 'opens' && head.asked.extendedTo !== null ? ` ${t('when.extended')}` : null}
        </p>
      )}
      {children}
    </div>
  )
}
