// For the chair alone: how many gave evidence of learning at this table, and the way to the sheets of the table and of the class.
import { useTranslations } from 'next-intl'
import { learningPath } from '#paths'
import { learningSheet } from '#simulation/reading/positions/learning'
import type { DebriefData } from './debrief-data'
import { Part } from './part'

export function LearningSection({ back: { room, activity, state, steers, viewer } }: { back: DebriefData }) {
  const t = useTranslations('debrief.learning')
  const sheet = viewer.kind === 'chair' && steers && activity.broughtAt === null ? learningSheet([state]) : null
  if (sheet === null) return null
  return (
    <Part title={t('title')} sub={sheet.tables.over === 0 ? t('open') : t('sub', { n: sheet.knowledge.n })}>
      <p>
        <a href={learningPath(activity.id, room.id)}>{t('table')}</a> ·{' '}
        <a href={learningPath(activity.id)}>{t('all')}</a>
      </p>
    </Part>
  )
}
