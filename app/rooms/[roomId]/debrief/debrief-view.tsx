// The debrief of a room: the main finding, the questions to talk about with their figures, at most five figures more, and all others behind
// one press. Its props hold only what this reader may read.

import { useLocale, useTranslations } from 'next-intl'
import { commaList } from '#format/lists'
import { useCourseTimes } from '#record/entries/use-course-times.ts'
import { PrintFoot } from '#record/print-foot'
import { debriefOrder } from '#simulation/reading/talk/debrief-order'
import { EmptyState } from '#ui/page/empty-state'
import { PageHead } from '#ui/page/page-head'
import { AllFigures, Figure } from './all-figures'
import type { DebriefData, DebriefQuestion, EssayParagraph } from './debrief-data'
import styles from './debrief-view.module.css'
import { useHeadline } from './findings'
import { HeadProof } from './gap-proofs'
import { QuestionsSection } from './questions-section'

type DebriefViewProps = {
  reading: DebriefData
  essay: readonly EssayParagraph[]
  questions: readonly DebriefQuestion[]
}

export function DebriefView({ reading, essay, questions }: DebriefViewProps) {
  const t = useTranslations('debrief')
  const { room, state } = reading
  const locale = useLocale()
  const began = state.agenda.status !== 'lobby'
  const order = debriefOrder(
    state,
    reading.spreads,
    essay.map(({ id }) => id),
  )
  return (
    <>
      <PrintFoot words={[room.name, t('title')].join(' · ')} />
      <main id="main" className="page">
        <Head reading={reading} />
        {began ? (
          <>
            <QuestionsSection
              back={reading}
              questions={questions}
              essay={essay}
              figures={order.first.map((figure) => (
                <Figure key={figure} figure={figure} back={reading} essay={essay} />
              ))}
            />
            <div className={styles.two}>
              {order.next.map((figure) => (
                <div key={figure} className={figure === 'outcome' ? styles.whole : undefined}>
                  <Figure figure={figure} back={reading} essay={essay} />
                </div>
              ))}
            </div>
            {order.little.length === 0 ? null : (
              <p className={`hint ${styles.little}`}>
                {t('little', {
                  list: commaList(
                    locale,
                    order.little.map((one) => t(`figures.${one}`)),
                  ),
                })}
              </p>
            )}
            <AllFigures back={reading} essay={essay} open={[...order.first, ...order.next]} />
          </>
        ) : (
          <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
        )}
      </main>
    </>
  )
}

function Head({ reading: { room, course, activity, state } }: Pick<DebriefViewProps, 'reading'>) {
  const t = useTranslations('debrief')
  const { headline, lead, stood } = useHeadline(state)
  const times = useCourseTimes(course.timeZone)
  return (
    <>
      <PageHead
        above={[
          course.title,
          activity.title,
          room.name,
          t(state.unsealedAt === null ? 'sealed' : 'unsealed'),
          times,
        ].join(' · ')}
        title={headline}
        lead={lead}
      />
      <HeadProof state={state} room={room.id} stood={stood} />
    </>
  )
}
