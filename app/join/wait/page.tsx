// The waiting page: for an answer to a join request, or for a room. It refreshes itself, with or without a script.

import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { caller } from '#access'
import { joinPath, joinSeatPath, mySeatsPath } from '#paths'
import { readParticipations } from '#server/store/activities/participants'
import { readJoinRequest } from '#server/store/door/join-requests'
import { readOwnSeatings } from '#server/store/seating/seat-choices'
import { readDoorCookie } from '#server/web/door-cookie'
import { SubmitButton } from '#ui/controls/submit-button'
import { titled } from '#ui/page/messages'
import { Eyebrow } from '#ui/words/eyebrow'
import { leaveTheDoor } from '../actions'
import { AskAgain } from '../ask-again'
import styles from '../join.module.css'
import { JoinPage } from '../join-page'
import { AskedLine } from './asked-line'
import { ComeIn } from './come-in'

export const generateMetadata = titled('join.wait.heading')

export default async function WaitPage() {
  const kept = readDoorCookie(await headers())
  const standing = kept && (await readJoinRequest(kept.secret))
  const t = await getTranslations('join.wait')
  if (!kept) return <WaitForTable />
  if (standing === 'admitted') {
    const me = await caller()
    return (
      <JoinPage>
        <ComeIn inPlaceOf={me?.name ?? null} />
      </JoinPage>
    )
  }
  const refused = standing === 'refused'
  return (
    <JoinPage>
      <div className={styles.body}>
        <h1 className={styles.heading}>{t(refused ? 'refusedHeading' : 'heading')}</h1>
        <p className={`lead ${styles.text}`}>
          {t(`${kept.claims ? 'claim.' : ''}${refused ? 'refusedText' : 'text'}`)}
        </p>
        {refused ? null : (
          <>
            <AskedLine at={kept.askedAt} />
            <p className={styles.hint}>{t('code', { code: kept.code })}</p>
            <AskAgain />
          </>
        )}
      </div>
      <form action={leaveTheDoor} className={`stack ${styles.foot}`}>
        <SubmitButton kind="plain" wide>
          {t(refused ? 'again' : 'stop')}
        </SubmitButton>
        <p>{t('foot')}</p>
      </form>
    </JoinPage>
  )
}

/** A participant without a room yet, in a seminar where the instructor assigns rooms. */
async function WaitForTable() {
  const me = await caller()
  const [place] = me ? await readParticipations(me.id) : []
  if (!me || !place) redirect(joinPath())
  if (place.roomId) redirect(joinSeatPath(place.roomId))
  const t = await getTranslations('join.wait')
  const own = await readOwnSeatings(me.id)
  const asked = own.some(({ activityId, choosing }) => choosing && activityId === place.activityId)
  return (
    <JoinPage step={3}>
      <div className={styles.body}>
        <Eyebrow>
          {place.courseTitle} · {place.title}
        </Eyebrow>
        <h1 className={styles.heading}>{t('tableHeading')}</h1>
        <p className={`lead ${styles.text}`}>{t('tableText', { name: me.name })}</p>
        <AskAgain />
        {asked ? (
          <p className={`lead ${styles.text}`}>
            {t('asks')} <Link href={mySeatsPath()}>{t('wishes')}</Link>
          </p>
        ) : null}
        <p className={`${styles.hint} ${styles.way}`}>
          <Link href={joinPath()}>{t('again')}</Link>
        </p>
      </div>
    </JoinPage>
  )
}
