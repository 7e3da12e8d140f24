// The bar of a homework debate's pages: board, marks, the course's links, and the time zone that their times are in.

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import {
  boardPath,
  comparePath,
  coursePath,
  gradebookPath,
  gradingPath,
  instructorPackPath,
  linksPath,
  lobbyPath,
} from '#paths'
import { AppBar } from '../../_device/app-bar'

type BoardBarProps = {
  activityId: string
  course: { id: string; title: string; timeZone: string }
  current: 'board' | 'grading' | 'gradebook'
  /** How many regrades wait for their answer. */
  regrades?: number
}

export function BoardBar({ activityId, course, current, regrades }: BoardBarProps) {
  const t = useTranslations('board.bar')
  return (
    <AppBar
      place={<Link href={coursePath(course.id)}>{course.title}</Link>}
      itemsLabel={t('label')}
      items={[
        { href: boardPath(activityId), label: t('board'), current: current === 'board' },
        { href: linksPath(course.id, activityId), label: t('links') },
        { href: lobbyPath(activityId), label: t('seats') },
        { href: instructorPackPath(activityId), label: t('pack') },
        { href: comparePath(activityId), label: t('compare') },
        { href: gradingPath(activityId), label: t('grading'), current: current === 'grading', count: regrades },
        { href: gradebookPath(activityId), label: t('gradebook'), current: current === 'gradebook' },
      ]}
      right={
        <span className="hint">
          {t('zone', { zone: course.timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? 'UTC' })}
        </span>
      }
    />
  )
}
