// The role sheets of a seminar, one on a page, to print and hand out: for each person by name, or every office's brief without names. Only
// chairs see it, before the class and during it.

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { activityFor, frameFor } from '#access'
import { roleSheetsPath } from '#paths'
import { PrintButton } from '#record/print-button'
import { readBriefs, readStrategies } from '#server/store/seating/briefs'
import { readSeating } from '#server/store/seating/prepared-seating'
import { officeOf } from '#simulation/agenda/plan'
import { roleSheets, SHEET_ORDERS } from '#simulation/seating/role-sheets'
import { LinkButton } from '#ui/controls/button'
import { Messages, titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { ActivityBar } from '../../../_device/activity-bar'
import { RoleSheetView } from './role-sheet'
import styles from './role-sheets.module.css'

type Props = { params: Promise<{ activityId: string }>; searchParams: Promise<{ order?: string | string[] }> }

export const generateMetadata = titled('seating.sheets.title')

export default async function RoleSheetsPage({ params, searchParams }: Props) {
  const { activityId } = await params
  const asked = (await searchParams).order
  const order = SHEET_ORDERS.find((each) => each === asked) ?? 'delegation'
  const found = await activityFor('run-activity', activityId, roleSheetsPath(activityId, order))
  if (found.activity.kind !== 'seminar') notFound()
  const seating = await readSeating(activityId)
  const room = await readBriefs(activityId)
  if (!seating || !room) notFound()
  const t = await getTranslations('seating.sheets')
  const sheets = roleSheets(room.plan, seating, order)
  // An office's sheet without a name is for every table: what one table has written is not on it.
  const strategies = order === 'office' ? null : await readStrategies(seating.tables.map(({ id }) => id))
  return (
    <Messages namespaces={['seating', 'room', 'record', 'transcript']}>
      <ActivityBar frame={await frameFor(activityId)} page="sheets" />
      <main id="main" className={`page ${styles.page}`}>
        <div className="unprinted">
          <PageHead
            title={order === 'office' ? t('offices') : t('heading', { count: sheets.length })}
            lead={sheets.length === 0 ? t('noneText') : t('lead')}
            right={<PrintButton />}
          />
          <nav aria-label={t('order')} className={`acts ${styles.orders}`}>
            {SHEET_ORDERS.map((each) => (
              <LinkButton
                key={each}
                size="dense"
                href={roleSheetsPath(activityId, each)}
                aria-current={each === order ? 'page' : undefined}
              >
                {t(`orders.${each}`)}
              </LinkButton>
            ))}
          </nav>
        </div>
        {sheets.map(({ name, seat }) => (
          <RoleSheetView
            key={`${seat.table} ${seat.id}`}
            name={name}
            seat={seat}
            table={
              seating.tables.length > 1 ? (seating.tables.find(({ id }) => id === seat.table)?.name ?? null) : null
            }
            about={{ course: found.course.title, title: found.activity.title }}
            plan={room.plan}
            briefs={room.briefs}
            strategy={strategies?.get(seat.table)?.[officeOf(seat)]?.sheet ?? null}
          />
        ))}
      </main>
    </Messages>
  )
}
