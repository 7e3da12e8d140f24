// What a student is asked or told of their seat before the class, on the pages where they would not look for it: one line for each seminar.
import { useTranslations } from 'next-intl'
import { mySeatsPath } from '#paths'
import type { OwnSeating } from '#simulation/wire/seating'
import { LinkButton } from '#ui/controls/button'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './my.module.css'

export function AskedSeats({ own }: { own: readonly OwnSeating[] }) {
  const t = useTranslations('seating.own')
  const names = useTranslations('common.seatName')
  return (
    <ul className={`stack ${styles.asked}`} aria-label={t('title')}>
      {own.map(({ activityId, title, courseTitle, choosing, ranks, seat, delegations }) => {
        const country = seat && delegationIn({ delegations: [...delegations] }, seat.plan.delegation)?.name
        const office =
          seat &&
          (country
            ? names('office', { country, title: seat.plan.title })
            : names('observer', { title: seat.plan.title }))
        const stands = seat ? 'seated' : choosing && ranks.length === 0 ? 'asked' : choosing ? 'chosen' : 'soon'
        return (
          <li key={activityId}>
            <span>
              <b>{t(`line.${stands}`, { office: office ?? '' })}</b>
              <small>
                {courseTitle} · {title}
              </small>
            </span>
            <LinkButton kind={stands === 'asked' ? 'primary' : 'plain'} href={mySeatsPath()}>
              {t(`go.${stands}`)}
            </LinkButton>
          </li>
        )
      })}
    </ul>
  )
}
