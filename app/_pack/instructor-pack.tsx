// The instructor's pack: the run sheet first, then everything a scenario's author wrote that is not in the student's pack. It holds every
// side's confidences, so only who may run the activity reaches it.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { briefsOfDelegation, packFacts, sectionsOf, studentPack } from '#simulation/reading/record/scenario-pack'
import { agendaOf, seminarAgendas, tensionsInOrder } from '#simulation/scenario/lookup'
import type { Scenario } from '#simulation/scenario/scenario'
import { Placard } from '#ui/charts/placard'
import { delegationsIn } from '#ui/words/delegations.ts'
import { LockLine } from '#ui/words/seal'
import { MapPart, ReadingsPart, TimelinePart } from './background-parts'
import { BriefSheet } from './brief-sheet'
import { FactsPart } from './facts-part'
import styles from './instructor.module.css'
import { AfterwardsPart, CardsPart, KnowledgePart, NewsPart, SamplesPart, TextPart } from './instructor-papers'
import { InstructorRounds } from './instructor-rounds'
import pack from './pack.module.css'
import { type Contents, listed, PackPage, PackPart } from './pack-page'
import { PackText } from './pack-text'
import { DaySheetPart, RunSheetPart } from './run-sheet-part'
import { GistsPart, ModelsPart } from './student-parts'

type InstructorPackProps = {
  scenario: Scenario
  agendaKey: string
  about?: ReactNode
  foot: string
}

export function InstructorPack({ scenario, agendaKey, about, foot }: InstructorPackProps) {
  const t = useTranslations('pack')
  const chosen = agendaOf(scenario, agendaKey)
  // A stored scenario may no longer have the agenda that its activity names.
  const played = chosen ?? seminarAgendas(scenario)[0]
  const note = scenario.instructorNote
  const contents: Contents = [
    ...(played ? [{ id: 'run', title: t('run.short') }] : []),
    ...(note.paragraphs.length === 0 ? [] : [{ id: 'sensitive', title: note.title }]),
    { id: 'briefs', title: t('briefs.short'), count: scenario.seats.length },
    { id: 'rounds', title: t('rounds.title'), count: scenario.tensions.length },
    ...listed('news', t('news.short'), scenario.injects),
    ...listed('text', t('text.title'), scenario.communique.clauses),
    ...listed(
      'cards',
      t('cards.title'),
      scenario.delegations.flatMap(({ cards }) => cards),
    ),
    ...listed('samples', t('samples.title'), scenario.samples),
    ...listed('models', t('models.title'), scenario.models ?? []),
    ...listed('knowledge', t('knowledge.title'), scenario.knowledge ?? []),
    { id: 'after', title: t('after.title') },
    ...listed('timeline', t('background.timeline'), scenario.timeline),
    ...(scenario.map ? [{ id: 'map', title: scenario.map.title }] : []),
    ...listed(
      'readings',
      t('background.readings'),
      scenario.readings.filter(({ looked }) => looked === 'looked-up'),
    ),
    ...listed('facts', t('facts.title'), scenario.publicFacts),
    ...listed('gists', t('gists'), scenario.paragraphs),
  ]
  return (
    <PackPage wide contents={contents} foot={foot} paper="paperOfAll">
      <LockLine>{t('staff')}</LockLine>
      <h1>{t('instructorTitle', { title: scenario.title })}</h1>
      {about ? <p className={pack.small}>{about}</p> : null}
      {played?.kind === 'seminar' ? <RunSheetPart scenario={scenario} agenda={played} /> : null}
      {played?.kind === 'homework' ? <DaySheetPart scenario={scenario} agenda={played} /> : null}
      {note.paragraphs.length === 0 ? null : (
        <PackPart id="sensitive" title={note.title} right={t('readFirst')} paper="new-page">
          <div className={styles.columns}>
            {note.paragraphs.map(({ key, text }) => (
              <p key={key}>
                <PackText text={text} />
              </p>
            ))}
          </div>
        </PackPart>
      )}
      <InstructorBriefs scenario={scenario} />
      <InstructorRounds scenario={scenario} agendaKey={agendaKey} />
      <NewsPart scenario={scenario} agendaKey={agendaKey} />
      <TextPart scenario={scenario} />
      <CardsPart scenario={scenario} />
      <SamplesPart scenario={scenario} />
      <KnowledgePart scenario={scenario} />
      <ModelsPart pack={studentPack(scenario, agendaKey)} />
      <AfterwardsPart scenario={scenario} agendaKey={agendaKey} />
      <TimelinePart scenario={scenario} />
      <MapPart scenario={scenario} />
      <ReadingsPart scenario={scenario} />
      <FactsPart facts={packFacts(scenario)} />
      <GistsPart pack={{ sections: sectionsOf(scenario) }} />
    </PackPage>
  )
}

/**
 * All briefs, by delegation: its own, then each office's in the order in which seats fill. Folded on screen, open on paper.
 */
function InstructorBriefs({ scenario }: { scenario: Scenario }) {
  const t = useTranslations('pack.briefs')
  const rounds = tensionsInOrder(scenario)
  return (
    <PackPart id="briefs" title={t('title', { count: scenario.seats.length })} right={t('right')} paper="new-page">
      {delegationsIn(scenario).map((delegation) => (
        <div key={delegation.id} className={styles.side}>
          <h3 className={styles.head}>
            <Placard delegation={delegation} size="sm" silent /> {delegation.name} <span>{delegation.capital}</span>
          </h3>
          {briefsOfDelegation(scenario, delegation.id).map((brief) => {
            const office = scenario.seats.find(({ id }) => id === brief.to)
            return (
              <details key={brief.to} className={styles.office}>
                <summary>
                  <b>{office ? brief.title : t('whole', { name: delegation.name })}</b>
                  {office ? <span>{office.head ? t('head', { charge: office.charge }) : office.charge}</span> : null}
                </summary>
                <BriefSheet brief={brief} rounds={rounds} plan={scenario} without={office ? 'charge' : null} />
              </details>
            )
          })}
        </div>
      ))}
    </PackPart>
  )
}
