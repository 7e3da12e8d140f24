// A student's seats before the class: the offices they would take, where the instructor asks, and the seat prepared for them, where it is
// shown. Each reads their own alone.

import { getTranslations } from 'next-intl/server'
import { signedIn } from '#access'
import { mySeatsPath } from '#paths'
import { countOwnNews } from '#server/store/rooms/own-news'
import { readOwnSeatings } from '#server/store/seating/seat-choices'
import { MOST_RANKS } from '#simulation/seating/prepared-seats'
import type { OwnSeating } from '#simulation/wire/seating'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { SubmitButton } from '#ui/controls/submit-button'
import { EmptyState } from '#ui/page/empty-state'
import { Messages, titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from '../my.module.css'
import { OwnBar } from '../own-bar'
import { sendChoices } from './actions'

export const generateMetadata = titled('seating.own.title')

export default async function OwnSeatsPage() {
  const t = await getTranslations('seating.own')
  const me = await signedIn(mySeatsPath())
  const own = await readOwnSeatings(me.id)
  return (
    <Messages namespaces={['seating']}>
      <OwnBar account={me.kind === 'account'} current="seats" unread={await countOwnNews(me)} />
      <main id="main" className={`page ${styles.page}`}>
        {own.length === 0 ? (
          <EmptyState level={1} title={t('none')}>
            {t('noneText')}
          </EmptyState>
        ) : (
          <>
            <PageHead title={t('title')} />
            {own.map((one) => (
              <OwnSeat key={one.activityId} own={one} />
            ))}
          </>
        )}
      </main>
    </Messages>
  )
}

async function OwnSeat({ own }: { own: OwnSeating }) {
  const t = await getTranslations('seating.own')
  const names = await getTranslations('common.seatName')
  const { seat, offices, ranks, delegations } = own
  const nameOf = ({ title, mirrors, delegation }: OwnSeating['offices'][number]) => {
    const office = mirrors === null ? title : names('second', { title })
    const country = delegationIn({ delegations: [...delegations] }, delegation)?.name
    return country ? names('office', { country, title: office }) : names('observer', { title: office })
  }
  return (
    <section className={styles.sheet} aria-label={own.title}>
      <p className={`hint ${styles.eyebrow}`}>
        {own.courseTitle} · {own.title}
      </p>
      {seat ? (
        <>
          <h2>{nameOf(seat.plan)}</h2>
          <p>
            {t(`how.${seat.how}`)} {t('at', { table: seat.table })}
          </p>
        </>
      ) : (
        <h2>{own.choosing ? t('ask') : t('soon')}</h2>
      )}
      {own.choosing ? (
        <form action={sendChoices}>
          <input type="hidden" name="activityId" value={own.activityId} />
          {Array.from({ length: MOST_RANKS }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a choice's place is its identity
            <Field key={place} label={t('choice', { place: place + 1 })}>
              <Select
                name="office"
                defaultValue={ranks[place] ?? ''}
                options={[
                  { value: '', label: t('any') },
                  ...offices.map((office) => ({ value: String(office.id), label: nameOf(office) })),
                ]}
              />
            </Field>
          ))}
          <p className={`hint ${styles.eyebrow}`}>{t('text')}</p>
          <SubmitButton>{t(ranks.length > 0 ? 'again' : 'send')}</SubmitButton>
        </form>
      ) : null}
    </section>
  )
}
