'use client'
// The notice that the room cannot save: since when, what is safe, and who can do something about it.
import { useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import { Banner } from '#ui/page/banner'
import type { RoomView } from '../link/room-view'

type UnsavedNoticeProps = {
  /** Since when; null while everything is saved, and then nothing is shown. */
  since: number | null
} & ({ reader: 'chair' | 'newcomer' } | { reader: 'student'; waiting: number })

export function UnsavedNotice(props: UnsavedNoticeProps) {
  const t = useTranslations('common.unsaved')
  if (props.since === null) return null
  return (
    <Banner kind="unsaved" title={t('title', { time: timeOfDay(props.since) })}>
      {props.reader === 'student' ? t('student', { count: props.waiting }) : t(props.reader)}
    </Banner>
  )
}

/** For pages that follow several rooms: since when the first of them could not save. */
export function unsavedSinceIn(views: readonly Pick<RoomView, 'unsavedSince'>[]): number | null {
  const since = views.flatMap(({ unsavedSince }) => unsavedSince ?? [])
  return since.length === 0 ? null : Math.min(...since)
}
