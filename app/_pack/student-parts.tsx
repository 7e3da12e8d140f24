// The parts of a student's pack: what it is about, the sources with the reading task, our words for each paragraph, the rounds with their
// lines, the words, the criteria, and the questions by which one checks one's reading.
import { useTranslations } from 'next-intl'
import type { Translate } from '#format/translate'
import { weighsSame } from '#simulation/reading/log/rubric'
import type { StudentPack } from '#simulation/reading/record/scenario-pack'
import { factMark } from '#simulation/scenario/fact-mark'
import { LinkButton } from '#ui/controls/button'
import { Sheet } from '#ui/over/sheet'
import { axisEnds } from '#ui/words/signed.ts'
import { AxisScale, LevelScale } from './axis-scale'
import styles from './pack.module.css'
import { PackPart } from './pack-page'
import { Citations, PackLine, PackText } from './pack-text'
import { SampleList } from './sample-list'
import own from './student.module.css'

type PartProps = { pack: StudentPack }

/** When the talks take place, where the author says. */
export function DayLine({ pack: { asOf, asOfNote } }: PartProps) {
  if (asOfNote === '') return null
  return <p className={own.day}>{asOf === '' ? asOfNote : <time dateTime={asOf}>{asOfNote}</time>}</p>
}

/** How long the reading takes, for the contents, where the author says. */
export const readingTime = (
  t: Translate<'pack'>,
  { reading: { minutes } }: Pick<StudentPack, 'reading'>,
): { count?: string } => (minutes === 0 ? {} : { count: t('minutes', { minutes }) })

export function AboutPart({ pack: { premise, seminarQuestion, learningOutcomes } }: PartProps) {
  const t = useTranslations('pack')
  return (
    <PackPart id="about" title={t('about')} right={premise.note}>
      <PackLine className={styles.reading} text={premise.text} anchors={premise.anchors} />
      <PackLine className={own.question} text={seminarQuestion.text} anchors={seminarQuestion.anchors} />
      {learningOutcomes.length === 0 ? null : (
        <>
          <h3 className={styles.small}>{t('outcomes')}</h3>
          <ul className={own.lines}>
            {learningOutcomes.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </PackPart>
  )
}

/** One weak and one strong position of each side, so that a student sees what is asked before the first caucus. */
export function ModelsPart({ pack }: PartProps) {
  const t = useTranslations('pack.models')
  if (pack.models.length === 0) return null
  return (
    <PackPart id="models" title={t('title')} right={t('right')}>
      <SampleList samples={pack.models} about={pack} scale={pack.criteria.scale} />
    </PackPart>
  )
}

export function SourcesPart({ pack: { sources, reading, sections } }: PartProps) {
  const t = useTranslations('pack')
  const how = (['howToCite', 'howToDisagree', 'inClass'] as const).filter((key) => reading[key] !== '')
  const { minutes } = reading
  return (
    <PackPart id="sources" title={t('sources')} right={minutes === 0 ? undefined : t('minutes', { minutes })}>
      {sources.map((source) => (
        <Sheet key={source.letter}>
          <p>{source.author}</p>
          <h3 className={styles.work}>“{source.title}”</h3>
          <PackLine
            className={styles.small}
            text={[
              printedAt(source),
              // Where nobody wrote what its paragraphs say there is nothing to cite by number.
              sections.length === 0 ? '' : t('letter', { letter: source.letter }),
            ]
              .filter((part) => part !== '')
              .join(' ')}
          />
          {source.url ? (
            <>
              <p className={styles.small}>
                <a href={source.url}>{source.url}</a>
              </p>
              <p className="unprinted">
                <LinkButton kind="primary" href={source.url}>
                  {t('read')}
                </LinkButton>
              </p>
            </>
          ) : null}
        </Sheet>
      ))}
      <PackLine className={styles.reading} text={reading.beforeClass} />
      <PackLine className={styles.small} text={reading.noTime} />
      {how.length === 0 ? null : (
        <dl className={own.how}>
          {how.map((key) => (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd>
                <PackText text={reading[key]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </PackPart>
  )
}

/** Where and when a source was published; empty where its author says neither. */
function printedAt({ publisher, date }: StudentPack['sources'][number]): string {
  const said = [publisher, date].filter((part) => part !== '')
  return said.length === 0 ? '' : `${said.join(', ')}.`
}

export function GistsPart({ pack: { sections } }: { pack: Pick<StudentPack, 'sections'> }) {
  const t = useTranslations('pack')
  if (sections.length === 0) return null
  return (
    <PackPart id="gists" title={t('gists')} right={t('gistsRight')}>
      {sections.map(({ section, paragraphs }) => (
        <div key={section}>
          <h3 className={own.section}>{section}</h3>
          {paragraphs.map(({ id, number, gist }) => (
            <div key={id} id={id} className={own.gist}>
              <span className="hint" title={t('numbered', { number })}>
                {t('paragraph', { id })}
              </span>
              <p>{gist}</p>
            </div>
          ))}
        </div>
      ))}
    </PackPart>
  )
}

export function TensionsPart({ pack: { tensions } }: PartProps) {
  const t = useTranslations('pack')
  return (
    <PackPart id="tensions" title={t('tensions')} right={t('halves', axisEnds)}>
      {tensions.map(({ key, title, question, whyItMatters, drawsOn, facts, axis, place }, index) => (
        <article key={key} className={own.tension}>
          <p className={own.where}>
            <span>{t('tension', { number: index + 1 })}</span>
            <span>{place.kind === 'unplayed' ? t('unplayed') : t(place.kind, { number: place.number })}</span>
          </p>
          <h3>{title}</h3>
          <p className={own.asked}>{question}</p>
          <PackLine className={styles.reading} text={whyItMatters} anchors={drawsOn} facts={facts} />
          <AxisScale axis={axis} />
        </article>
      ))}
    </PackPart>
  )
}

export function WordsPart({ pack: { glossary } }: PartProps) {
  const t = useTranslations('pack')
  if (glossary.length === 0) return null
  return (
    <PackPart id="words" title={t('words')}>
      <dl className={own.words}>
        {glossary.map(({ term, text, anchors, facts }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <PackText text={text} anchors={anchors} facts={facts} />
            </dd>
          </div>
        ))}
      </dl>
    </PackPart>
  )
}

export function CriteriaPart({ pack: { criteria } }: PartProps) {
  const t = useTranslations('pack')
  return (
    <PackPart id="criteria" title={t('criteria')}>
      <PackLine className={styles.small} text={criteria.note} />
      {criteria.criteria.map(({ key, name, question, subjects, levels, weight }) => (
        <div key={key} className={own.criterion}>
          <h3>{name}</h3>
          <p>
            {question}{' '}
            <span className={styles.small}>
              {subjects.map((subject) => t(`subject.${subject}`)).join(' ')}{' '}
              {weighsSame(criteria) ? null : t('weighs', { weight })}
            </span>
          </p>
          <LevelScale names={criteria.scale} levels={levels} />
        </div>
      ))}
    </PackPart>
  )
}

export function QuestionsPart({ pack: { checkQuestions } }: PartProps) {
  const t = useTranslations('pack')
  if (checkQuestions.length === 0) return null
  return (
    <PackPart id="questions" title={t('questions')} right={t('questionsRight')}>
      <ol className={own.quiz}>
        {checkQuestions.map(({ ask, answer, anchors, facts }, index) => (
          <li key={ask}>
            <details>
              <summary className="fields">
                <b>{index + 1}</b>
                <span>{ask}</span>
                <i>{t('answer')}</i>
              </summary>
              <p className={own.answer}>
                <PackText text={answer} anchors={anchors} facts={facts} />
              </p>
            </details>
            <p className={own.onPaper}>
              {index + 1} {ask}
            </p>
          </li>
        ))}
      </ol>
      <div className={own.onPaper}>
        <h3>{t('answersFold')}</h3>
        <ol className={own.answers}>
          {checkQuestions.map(({ ask, answer, anchors, facts = [] }) => (
            <li key={ask}>
              {answer} <Citations marks={[...anchors, ...facts.map(factMark)]} />
            </li>
          ))}
        </ol>
      </div>
    </PackPart>
  )
}
