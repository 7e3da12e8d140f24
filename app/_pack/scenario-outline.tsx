// A scenario as anybody may read it, before there is a class: what it is about, who sits at the table, how its agendas run, the reading in our
// words, the tensions, the words and the criteria.
import { useTranslations } from 'next-intl'
import type { ScenarioOutline as Outline } from '#simulation/reading/record/scenario-outline'
import { Placard } from '#ui/charts/placard'
import { delegationIn } from '#ui/words/delegations.ts'
import { FactsPart } from './facts-part'
import outline from './outline.module.css'
import styles from './pack.module.css'
import { type Contents, listed, PackPage, PackPart } from './pack-page'
import { PackLine } from './pack-text'
import own from './student.module.css'
import {
  AboutPart,
  CriteriaPart,
  DayLine,
  GistsPart,
  readingTime,
  SourcesPart,
  TensionsPart,
  WordsPart,
} from './student-parts'

export function ScenarioOutline({ outline: read, foot }: { outline: Outline; foot: string }) {
  const t = useTranslations('pack')
  const { pack, offices, seminars, debates } = read
  const contents: Contents = [
    { id: 'about', title: t('about') },
    { id: 'offices', title: t('outline.offices'), count: offices.flatMap(({ seats }) => seats).length },
    { id: 'shapes', title: t('outline.shapes'), count: seminars.length + debates.length },
    { id: 'sources', title: t('sources'), ...readingTime(t, pack) },
    ...listed(
      'gists',
      t('gists'),
      pack.sections.flatMap(({ paragraphs }) => paragraphs),
    ),
    { id: 'tensions', title: t('tensions'), count: pack.tensions.length },
    ...listed('words', t('words'), pack.glossary),
    { id: 'criteria', title: t('criteria'), count: pack.criteria.criteria.length },
    ...listed('facts', t('facts.title'), pack.facts),
  ]
  return (
    <PackPage contents={contents} foot={foot} paper="paper">
      <h1>{pack.title}</h1>
      <PackLine className={own.lead} text={pack.subtitle} />
      <DayLine pack={pack} />
      <p className={styles.small}>{t('outline.sealed')}</p>
      <AboutPart pack={pack} />
      <OfficesPart outline={read} />
      <ShapesPart outline={read} />
      <SourcesPart pack={pack} />
      <GistsPart pack={pack} />
      <TensionsPart pack={pack} />
      <WordsPart pack={pack} />
      <CriteriaPart pack={pack} />
      <FactsPart facts={pack.facts} />
    </PackPage>
  )
}

type PartProps = { outline: Outline }

function OfficesPart({ outline: { pack, offices } }: PartProps) {
  const t = useTranslations('pack.outline')
  return (
    <PackPart id="offices" title={t('offices')} right={t('officesRight')}>
      {offices.map(({ delegation: id, seats }) => {
        const delegation = delegationIn(pack, id)
        return (
          <div key={id}>
            <h3 className={`line ${outline.side}`}>
              {delegation ? <Placard delegation={delegation} size="sm" silent /> : null} {delegation?.name}
            </h3>
            <dl className={own.words}>
              {seats.map(({ id: seat, title, charge, head }) => (
                <div key={seat}>
                  <dt>{title}</dt>
                  <dd>{head ? t('head', { charge }) : charge}</dd>
                </div>
              ))}
            </dl>
          </div>
        )
      })}
    </PackPart>
  )
}

function ShapesPart({ outline: { seminars, debates } }: PartProps) {
  const t = useTranslations('pack.outline')
  const phases = useTranslations('record.phases')
  const parts = useTranslations('record.homeworkPhases')
  return (
    <PackPart id="shapes" title={t('shapes')} right={t('shapesRight')}>
      {seminars.map(({ key, title, minutes, parts: rows }) => (
        <details key={key} className={outline.shape}>
          <summary>
            <b>{title}</b> <span>{t('minutes', { minutes })}</span>
          </summary>
          <ol>
            {rows.map(({ minute, phase, round }) => (
              <li key={`${minute}-${phase ?? round}`}>
                <span>{t('minute', { minute })}</span> {round ?? (phase ? phases(phase) : null)}
              </li>
            ))}
          </ol>
        </details>
      ))}
      {debates.map(({ key, title, days, parts: rows }) => (
        <details key={key} className={outline.shape}>
          <summary>
            <b>{title}</b> <span>{t('days', { days })}</span>
          </summary>
          <ol>
            {rows.map(({ from, due, phase }) => (
              <li key={`${from}-${phase}`}>
                <span>{t('span', { from, due, same: String(from === due) })}</span> {parts(phase)}
              </li>
            ))}
          </ol>
        </details>
      ))}
    </PackPart>
  )
}
