// One search result: speaker, the words around the match, and a link to its entry in the transcript.

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import { dayOf } from '#format/days'
import { entryPath } from '#paths'
import { dashed } from '#record/words/off-words.ts'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import { excerpt, type Highlights, highlightedParts } from '#simulation/kernel/search-text'
import type { RoomEvent } from '#simulation/shapes/room-event'
import { Placard } from '#ui/charts/placard'
import { delegationIn } from '#ui/words/delegations.ts'
import { Icon } from '#ui/words/icon'
import { MarkedText } from '#ui/words/marked-text'
import styles from './search.module.css'

export type Hit = {
  roomId: string
  seq: number
  no: string
  at: Date
  body: string
  room: string
  activity: string
  type: RoomEvent['type']
  office: string | null
  delegation: DelegationId | null
  /** The plan's delegations, for their names. */
  plan: Pick<RoomPlan, 'delegations'>
  who: string | null
  understudy: boolean
}

export function SearchResult({ hit, marks, timeZone }: { hit: Hit; marks: Highlights; timeZone: string }) {
  const t = useTranslations('search')
  const record = useTranslations('record')
  const locale = useLocale()
  const at = hit.at.getTime()
  const delegation = delegationIn(hit.plan, hit.delegation)
  const where = [
    hit.understudy ? record('understudy') : hit.who,
    t('kind', { type: hit.type }),
    hit.activity,
    hit.room,
    `${dayOf(locale, at, timeZone)}, ${timeOfDay(at, { timeZone })}`,
  ]
  return (
    <li className={styles.result}>
      <Link className={`hint ${styles.no}`} href={entryPath(hit.roomId, hit.no)} prefetch={false}>
        {t('entry', { no: hit.no })}
      </Link>
      <p className={styles.words} lang="">
        {delegation ? (
          <>
            <Placard delegation={delegation} size="xs" />{' '}
          </>
        ) : null}
        {hit.office ? <b>{record('the', { title: hit.office })}. </b> : null}
        <MarkedText parts={excerpt(highlightedParts(dashed(hit.body), marks))} />
      </p>
      <p className={`faint ${styles.meta}`}>
        {isPrivate(hit.no) ? <Icon name="lock" /> : null}
        {where.filter((part) => part).join(' · ')}
      </p>
    </li>
  )
}

/** Private entries have a letter before their number. */
const isPrivate = (no: string): boolean => /^\D/.test(no)
