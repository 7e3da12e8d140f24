// The debrief of a room: the main finding, the questions to talk about with their figures, at most five figures more, and all others behind
// one press. Its props hold only what this reader may read.

import { useLocale, useTranslations } from 'next-intl'
import { commaList } from '#format/lists'
import { comparePath, stagePath } from '#paths'
import { PrintButton } from '#record/print-button'
import { PrintFoot } from '#record/print-foot'
import { roomPageHref, roomPages } from '#record/room-pages.ts'
import { useCourseTimes } from '#record/use-course-times.ts'
import { debriefOrder } from '#simulation/reading/debrief-order'
import { LinkButton } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { AppBar } from '../../../_device/app-bar'
import { AllFigures, Figure } from './all-figures'
import type { DebriefData, DebriefQuestion, EssayParagraph } from './debrief-data'
import styles from './debrief-view.module.css'
import { useHeadline } from './findings'
import { HeadProof } from './gap-proofs'
import { QuestionsSection } from './questions-section'

type DebriefViewProps = {
  reading: DebriefData
  /** Whether it leads to the comparison of the tables. */
  compares?: boolean
  essay: readonly EssayParagraph[]
  questions: readonly DebriefQuestion[]
}

export function DebriefView({ reading, compares = false, essay, questions }: DebriefViewProps) {
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
      <Bar reading={reading} compares={compares} />
      <main id="main" className={styles.page}>
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

function Bar({ reading, compares }: Pick<DebriefViewProps, 'reading' | 'compares'>) {
  const t = useTranslations('debrief')
  const { room, activity } = reading
  const playedHere = reading.steers && activity.broughtAt === null
  return (
    <AppBar
      place={room.name}
      itemsLabel={t('pages.label')}
      items={roomPages(reading).map((page) => ({
        href: roomPageHref(room.id, page),
        label: t(`pages.${page}`),
        current: page === 'debrief',
      }))}
      right={
        <>
          {compares && activity.broughtAt === null ? (
            <LinkButton size="dense" href={comparePath(activity.id)}>
              {t('compare')}
            </LinkButton>
          ) : null}
          {playedHere ? (
            <LinkButton size="dense" href={stagePath(room.id)} target={`stage-${room.id}`}>
              {t('stage')}
            </LinkButton>
          ) : null}
          <PrintButton />
        </>
      }
    />
  )
}

function Head({ reading: { room, course, activity, state } }: Pick<DebriefViewProps, 'reading'>) {
  const t = useTranslations('debrief')
  const { headline, lead, stood } = useHeadline(state)
  const times = useCourseTimes(course.timeZone)
  return (
    <header className={styles.head}>
      <p className={`hint ${styles.where}`}>
        {[course.title, activity.title, room.name, t(state.unsealedAt === null ? 'sealed' : 'unsealed'), times].join(
          ' · ',
        )}
      </p>
      <h1>{headline}</h1>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      <HeadProof state={state} room={room.id} stood={stood} />
    </header>
  )
}
