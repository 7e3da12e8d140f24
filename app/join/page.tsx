// The join page, first step: the code. A device that already holds a seat is offered it.

import { getTranslations } from 'next-intl/server'
import { caller } from '#access'
import { roomPath } from '#paths'
import { readParticipations } from '#server/store/activities/participants'
import { LinkButton } from '#ui/controls/button'
import { titled } from '#ui/page/messages'
import { CodeForm } from './code-form'
import styles from './join.module.css'
import { JoinPage } from './join-page'

export const generateMetadata = titled('join.title')

export default async function JoinFirstPage() {
  const t = await getTranslations('join.code')
  const me = await caller()
  const places = me ? await readParticipations(me.id) : []
  const seats = places.flatMap((place) => (place.roomId ? [{ ...place, roomId: place.roomId }] : [])).slice(0, 3)
  return (
    <JoinPage step={1}>
      {seats.length > 0 ? (
        <nav className={styles.body} aria-label={t('back')}>
          {seats.map((place) => (
            <LinkButton wide key={place.participantId} href={roomPath(place.roomId)}>
              {t('backTo', { title: place.title })}
            </LinkButton>
          ))}
        </nav>
      ) : null}
      <CodeForm />
    </JoinPage>
  )
}
