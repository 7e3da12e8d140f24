// The bars over every page of an activity: the app's own bar, then what the activity is and its four sections, then the pages of the section
// that is open. What is not there yet stands in its place in grey and says what it waits for.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { zoneCity } from '#format/zones'
import { coursePath } from '#paths'
import type { ActivityFrame } from '#simulation/reading/activity-frame'
import { CountBadge } from '#ui/words/count-badge'
import styles from './activity-bar.module.css'
import { type ActivityPage, type PageLink, type PagesOf, pagesOf, type Section } from './activity-pages'
import { AppBar } from './app-bar'
import { NavStrip } from './nav-strip'
import { TableChoice } from './table-choice'

type ActivityBarProps = {
  /** Null for a reader who neither takes part nor is staff. */
  frame: ActivityFrame | null
  page: ActivityPage
  /** Of a page of one table: where the same page of another table is. */
  atTable?: (room: string) => string
  /** How much waits on a page of it. */
  counts?: Partial<Record<ActivityPage, number>>
  right?: ReactNode
}

export function ActivityBar({ frame, right, ...of }: ActivityBarProps) {
  if (!frame) return <AppBar right={right} />
  const { course, reader } = frame
  return (
    <>
      <AppBar
        place={reader === 'takes-part' ? course.title : <Link href={coursePath(course.id)}>{course.title}</Link>}
        right={right}
      />
      <ActivityNav frame={frame} {...of} />
    </>
  )
}

type ActivityNavProps = Omit<ActivityBarProps, 'frame' | 'right'> & { frame: ActivityFrame }

/** The same without the app's own bar, for a page whose layout has that. */
export function ActivityNav({ frame, page, atTable, counts = {} }: ActivityNavProps) {
  const t = useTranslations('activity')
  const { course, tables, kind, isBrought } = frame
  const sections = pagesOf(frame)
  const open = sections.find(({ links }) => links.some((link) => link.page === page))
  const facts = [
    t(`kind.${isBrought ? 'brought' : kind}`),
    ...(tables.length > 1 ? [t('tables', { count: tables.length })] : tables.map(({ name }) => name)),
    ...(kind === 'homework' ? [t('times', { city: zoneCity(course.timeZone) })] : []),
  ]
  return (
    <>
      <nav className={`unprinted ${styles.sections}`} aria-label={t('label')} data-activity="">
        <div className={styles.about}>
          <b className="cut">{frame.title}</b>
          <span className="cut">{facts.join(' · ')}</span>
        </div>
        <ol>
          {sections.map((one) => (
            <li key={one.section}>
              <SectionLink frame={frame} of={one} isOpen={one === open} />
            </li>
          ))}
        </ol>
      </nav>
      <div className={`unprinted ${styles.pages}`}>
        <NavStrip label={open ? t(`sections.${open.section}`) : t('label')} current={page}>
          <ul>
            {open?.links.map((link) => (
              <li key={link.page}>
                <PageOfSection link={link} isCurrent={link.page === page} count={counts[link.page]} />
              </li>
            ))}
          </ul>
        </NavStrip>
        {atTable && tables.length > 1 ? (
          <nav aria-label={t('table')}>
            <TableChoice
              label={t('table')}
              value={atTable(tables[0]?.id ?? '')}
              options={tables
                .toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
                .map(({ id, name }) => ({ value: atTable(id), label: name }))}
            />
          </nav>
        ) : null}
      </div>
    </>
  )
}

function SectionLink({ frame, of, isOpen }: { frame: ActivityFrame; of: PagesOf; isOpen: boolean }) {
  const t = useTranslations('activity')
  const note = useNote(frame, of.section)
  const { section, links, wait } = of
  const first = links.find((link) => link.wait === null)
  const name = t(`sections.${section}`)
  if (!isOpen && (wait !== null || !first))
    return (
      <span className={styles.section} data-later="">
        {name}
        <small>{t(`waits.${wait ?? 'staff'}`)}</small>
      </span>
    )
  return (
    <Link className={styles.section} href={(first ?? links[0])?.href ?? '#main'} aria-current={isOpen || undefined}>
      {name}
      <small>{note}</small>
    </Link>
  )
}

/** One line on how far a section is. */
function useNote(frame: ActivityFrame, section: Section): string {
  const t = useTranslations('activity.notes')
  const { stands, people, released, reader } = frame
  switch (section) {
    case 'prepare':
      return reader === 'takes-part' ? t('read') : t('people', { count: people })
    case 'run':
      return t(`stands.${stands}`)
    case 'look-back':
      return t(stands === 'running' ? 'soFar' : 'whole')
    case 'marks':
      return reader === 'takes-part' ? t(released > 0 ? 'yours' : 'notYet') : t('released', { released, people })
    default:
      return section satisfies never
  }
}

function PageOfSection({ link, isCurrent, count }: { link: PageLink; isCurrent: boolean; count?: number | undefined }) {
  const t = useTranslations('activity')
  const { page, href, wait } = link
  if (wait !== null && !isCurrent)
    return (
      <span className={styles.page} data-later="">
        {t(`pages.${page}`)} <small>{t(`waits.${wait}`)}</small>
      </span>
    )
  return (
    <Link className={styles.page} href={href} aria-current={isCurrent ? 'page' : undefined}>
      {t(`pages.${page}`)}
      {count ? <CountBadge count={count} /> : null}
    </Link>
  )
}
