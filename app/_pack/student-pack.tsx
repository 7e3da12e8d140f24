// The student's pack: all that the author wrote for students, in the order in which it is read, with the reader's own brief at the end. It
// holds no sentence of a source and no reading of one on an axis: that waits for the debrief.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Brief } from '#simulation/agenda/brief'
import { firstToList, type StudentPack as Pack, readingsBySide } from '#simulation/reading/record/scenario-pack'
import { LinkButton } from '#ui/controls/button'
import { Sheet } from '#ui/over/sheet'
import { LockLine } from '#ui/words/seal'
import { MapPart, ReadingsPart, TimelinePart } from './background-parts'
import { BriefSheet } from './brief-sheet'
import { FactList, FactsPart } from './facts-part'
import styles from './pack.module.css'
import { type Contents, listed, PackPage, PackPart } from './pack-page'
import { PackLine } from './pack-text'
import own from './student.module.css'
import {
  AboutPart,
  CriteriaPart,
  DayLine,
  GistsPart,
  ModelsPart,
  QuestionsPart,
  readingTime,
  SourcesPart,
  TensionsPart,
  WordsPart,
} from './student-parts'

type StudentPackProps = {
  pack: Pack
  /** The course and the activity; nothing before one is made. */
  about?: ReactNode
  /** The reader's own briefs; empty while they are sealed, null for a reader who gets none. */
  briefs: readonly Brief[] | null
  foot: string
}

export function StudentPack({ pack, about, briefs, foot }: StudentPackProps) {
  const t = useTranslations('pack')
  const contents: Contents = [
    { id: 'about', title: t('about') },
    { id: 'sources', title: t('sources'), ...readingTime(t, pack) },
    ...listed(
      'gists',
      t('gists'),
      pack.sections.flatMap(({ paragraphs }) => paragraphs),
    ),
    { id: 'tensions', title: t('tensions'), count: pack.tensions.length },
    ...listed('words', t('words'), pack.glossary),
    { id: 'criteria', title: t('criteria'), count: pack.criteria.criteria.length },
    ...listed('models', t('models.title'), pack.models),
    ...listed('questions', t('questions'), pack.checkQuestions),
    ...(pack.timeline.length === 0 ? [] : [{ id: 'timeline', title: t('background.timeline') }]),
    ...(pack.map === null ? [] : [{ id: 'map', title: pack.map.title }]),
    ...(readingsBySide(pack).every(({ list }) => list.length === 0)
      ? []
      : [{ id: 'readings', title: t('background.readings') }]),
    ...listed('facts', t('facts.title'), pack.facts),
    ...(briefs === null ? [] : [{ id: 'brief', title: t('brief.title') }]),
  ]
  return (
    <PackPage contents={contents} foot={foot} paper={briefs === null ? 'paper' : 'paperWithBrief'}>
      {about ? <p className={styles.small}>{about}</p> : null}
      <h1>{pack.title}</h1>
      <PackLine className={own.lead} text={pack.subtitle} />
      <DayLine pack={pack} />
      <ToDo pack={pack} briefs={briefs} />
      <AboutPart pack={pack} />
      <SourcesPart pack={pack} />
      <GistsPart pack={pack} />
      <TensionsPart pack={pack} />
      <WordsPart pack={pack} />
      <CriteriaPart pack={pack} />
      <ModelsPart pack={pack} />
      <QuestionsPart pack={pack} />
      <TimelinePart scenario={pack} />
      <MapPart scenario={pack} />
      <ReadingsPart scenario={pack} />
      <FactsPart facts={pack.facts} />
      {briefs === null ? null : <BriefPart pack={pack} briefs={briefs} />}
    </PackPage>
  )
}

/** What is to be done before class, with a button to each. */
function ToDo({ pack: { sources, reading, checkQuestions }, briefs }: Pick<StudentPackProps, 'pack' | 'briefs'>) {
  const t = useTranslations('pack.todo')
  const url = sources.flatMap((source) => source.url ?? [])[0]
  return (
    <Sheet>
      <h2 className={styles.work}>{t('title')}</h2>
      <ol className={own.todo}>
        <li className="fields">
          <div>
            <h3>{t('read', { count: sources.length })}</h3>
            {reading.minutes === 0 ? null : <p className="note">{t('readText', { minutes: reading.minutes })}</p>}
          </div>
          <LinkButton kind="primary" href={url ?? '#sources'}>
            {url ? t('readAt') : t('readHere')}
          </LinkButton>
        </li>
        {briefs === null ? null : (
          <li className="fields">
            <div>
              <h3>{t('brief')}</h3>
              <p className="note">{briefs.length === 0 ? t('briefSoon') : t('briefText')}</p>
            </div>
            <LinkButton href="#brief">{t('briefOpen')}</LinkButton>
          </li>
        )}
        {checkQuestions.length === 0 ? null : (
          <li className="fields">
            <div>
              <h3>{t('check')}</h3>
              <p className="note">{t('checkText', { count: checkQuestions.length })}</p>
            </div>
            <LinkButton href="#questions">{t('checkOpen')}</LinkButton>
          </li>
        )}
      </ol>
    </Sheet>
  )
}

function BriefPart({ pack, briefs }: { pack: Pack; briefs: readonly Brief[] }) {
  const t = useTranslations('pack.brief')
  const facts = useTranslations('pack.facts')
  if (briefs.length === 0)
    return (
      <PackPart id="brief" title={t('title')}>
        <p className={styles.reading}>{t('soon')}</p>
      </PackPart>
    )
  const first = firstToList(pack, briefs)
  return (
    <PackPart id="brief" title={t('title')} right={t('confidential')} paper="apart">
      <LockLine>{t('who')}</LockLine>
      {briefs.map((brief) => (
        <Sheet key={brief.to} edge="sealed">
          <h3 className={styles.work}>{brief.title}</h3>
          <BriefSheet brief={brief} rounds={pack.tensions} plan={pack} />
          {brief.facts ? (
            <>
              <h4 className={styles.small}>{facts('title')}</h4>
              <FactList facts={brief.facts} leadsHere={(key) => first.get(key) === brief.to} />
            </>
          ) : null}
        </Sheet>
      ))}
    </PackPart>
  )
}
