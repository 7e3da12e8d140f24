'use client'
// What a student owes beside the log, such as peer reviews, on its way from the room's page to its head, where it stands with what else is owed.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { createContext, useContext } from 'react'
import { myBesidePath } from '#paths'
import type { AskedBeside } from '#simulation/beside/slices'
import { useNow } from './hooks/use-now'
import { useWhen } from './table/when'

export type OwedBeside = { activityId: string; owed: readonly AskedBeside[] }

const Context = createContext<OwedBeside | null>(null)

export const GivenBeside = Context.Provider

/** `now` is the server's clock: the page that came may be open for longer than something is asked. */
export function BesideHere({ courseZone, now }: { courseZone: string; now: () => number }) {
  const t = useTranslations('homework-room.beside')
  const when = useWhen(courseZone)
  const given = useContext(Context)
  const at = useNow(now, 1000)
  return given?.owed.map(({ key, page, counted, closes }) =>
    at >= closes ? null : (
      <p key={key}>
        {t(`${key}.owed`, { ...counted, until: when.whole(closes) })}{' '}
        <Link href={myBesidePath(page, given.activityId)}>{t(`${key}.write`)}</Link>
      </p>
    ),
  )
}
