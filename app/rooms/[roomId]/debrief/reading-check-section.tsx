// For the chair alone: who checked their reading before the talks, and which questions failed most.
import { useLocale, useTranslations } from 'next-intl'
import { commaList } from '#format/lists'
import { checkCount } from '#simulation/reading/homework/reading-check'
import type { DebriefData } from './debrief-data'
import { Part } from './part'

export function ReadingCheckSection({ back: { state, viewer, displayNames } }: { back: DebriefData }) {
  const t = useTranslations('debrief.readingCheck')
  const locale = useLocale()
  const count = viewer.kind === 'chair' ? checkCount(state) : null
  if (count === null || count.questions.every(({ answered }) => answered === 0)) return null
  const missing = count.people.filter(({ answered }) => answered < count.questions.length)
  const names = missing.flatMap(({ person }) => displayNames[person] ?? [])
  return (
    <Part
      long
      title={t('title', { done: count.done, of: count.people.length })}
      sub={t('sub')}
      note={names.length === 0 ? undefined : t('missing', { names: commaList(locale, names) })}
    >
      <ol>
        {count.questions.map(({ question, ask, answered, failed }) => (
          <li key={question}>
            <b>{answered === 0 ? t('unanswered') : t('question', { failed, answered })}</b> {ask}
          </li>
        ))}
      </ol>
    </Part>
  )
}
