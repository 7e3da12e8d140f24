// The debrief of a room: the main finding, the gap, talk balance, use of the sources, moved positions, and reflections out of role. Its
// props hold only what this reader may read.

import { useTranslations } from 'next-intl'
import { comparePath, stagePath } from '#paths'
import { PrintButton } from '#record/print-button'
import { PrintFoot } from '#record/print-foot'
import { roomPageHref, roomPages } from '#record/room-pages.ts'
import { useCourseTimes } from '#record/use-course-times.ts'
import { LinkButton } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { AppBar } from '../../../_device/app-bar'
import { AnswersSection } from './answers-section'
import { CasesSection } from './cases-section'
import type { DebriefData, DebriefQuestion, EssayParagraph } from './debrief-data'
import styles from './debrief-view.module.css'
import { EssaySection } from './essay-section'
import { useHeadline } from './findings'
import { HeadProof } from './gap-proofs'
import { GapSection } from './gap-section'
import { InjectsSection } from './injects-section'
import { LearningSection } from './learning-section'
import { MovesSection } from './moves-section'
import { ObjectivesSection } from './objectives-section'
import { OutcomeSection } from './outcome-section'
import { QuestionsSection } from './questions-section'
import { ReadingCheckSection } from './reading-check-section'
import { ReadingsSection } from './readings-section'
import { ReflectionsSection } from './reflections-section'
import { StancesSection } from './stances-section'
import { StrategySection } from './strategy-section'
import { TalkSection } from './talk-section'
import { BracketsSection, SurvivingSection } from './text-section'
import { WorthSection } from './worth-section'

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
  const began = state.agenda.status !== 'lobby'
  return (
    <>
      <PrintFoot words={[room.name, t('title')].join(' · ')} />
      <Bar reading={reading} compares={compares} />
      <main id="main" className={styles.page}>
        <Head reading={reading} />
        {began ? (
          <>
            <GapSection back={reading} essay={essay} />
            <div className={styles.two}>
              <AnswersSection back={reading} />
              <TalkSection back={reading} />
            </div>
            <EssaySection back={reading} essay={essay} />
            <div className={styles.two}>
              <MovesSection back={reading} />
              <InjectsSection back={reading} />
            </div>
            <OutcomeSection back={reading} />
            <div className={styles.two}>
              <BracketsSection back={reading} />
              <SurvivingSection back={reading} />
            </div>
            <ReadingsSection back={reading} />
            <WorthSection back={reading} />
            <ObjectivesSection back={reading} />
            <CasesSection back={reading} />
            <StrategySection back={reading} />
            <ReadingCheckSection back={reading} />
            <StancesSection back={reading} />
            <LearningSection back={reading} />
            <div className={styles.two}>
              <QuestionsSection back={reading} questions={questions} essay={essay} />
              <ReflectionsSection back={reading} />
            </div>
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
