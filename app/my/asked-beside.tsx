'use client'
// What a student still owes beside the log, such as peer reviews, one line for each debate: how much is done, until when, and the way to it.
import { useTranslations } from 'next-intl'
import { myBesidePath } from '#paths'
import { useWhen } from '#room/table/when'
import type { AskedBeside as Asked } from '#simulation/beside/slices'
import { LinkButton } from '#ui/controls/button'
import type { ActivityCard } from './activity-card'
import styles from './my.module.css'

export function AskedBeside({ places }: { places: readonly ActivityCard[] }) {
  const t = useTranslations('homework-room.beside')
  const owed = places.flatMap((place) =>
    place.beside.flatMap((asked) => (asked.owes ? [{ ...place, owed: asked }] : [])),
  )
  if (owed.length === 0) return null
  return (
    <ul className={`stack ${styles.asked}`} aria-label={t('label')}>
      {owed.map((place) => (
        <Line key={`${place.activityId}/${place.owed.key}`} {...place} />
      ))}
    </ul>
  )
}

type LineProps = Pick<ActivityCard, 'activityId' | 'title' | 'courseTitle' | 'courseZone'> & { owed: Asked }

function Line({ activityId, title, courseTitle, courseZone, owed: { key, page, counted, closes } }: LineProps) {
  const t = useTranslations('homework-room.beside')
  const when = useWhen(courseZone)
  return (
    <li>
      <span>
        <b>{t(`${key}.owed`, { ...counted, until: when.whole(closes) })}</b>
        <small>
          {courseTitle} · {title}
        </small>
      </span>
      <LinkButton kind="primary" href={myBesidePath(page, activityId)}>
        {t(`${key}.write`)}
      </LinkButton>
    </li>
  )
}
