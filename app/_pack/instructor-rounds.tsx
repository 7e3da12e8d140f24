// Round by round for the instructor: questions to put, what is misunderstood and what to say, how it goes well and how wrong, where the
// briefs begin, and our reading of the source.
import { useTranslations } from 'next-intl'
import { useStep } from '#record/use-step.ts'
import { placeOf, runRowOf } from '#simulation/reading/record/scenario-pack'
import { agendaOf, tensionsInOrder } from '#simulation/scenario/lookup'
import type { Scenario, Tension } from '#simulation/scenario/scenario'
import { Shape } from '#ui/charts/shape'
import { delegationsIn } from '#ui/words/delegations.ts'
import { signed } from '#ui/words/signed.ts'
import styles from './instructor.module.css'
import { PackPart } from './pack-page'
import { PackLine, PackText } from './pack-text'

export function InstructorRounds({ scenario, agendaKey }: { scenario: Scenario; agendaKey: string }) {
  const t = useTranslations('pack')
  const agenda = agendaOf(scenario, agendaKey)
  return (
    <PackPart id="rounds" title={t('rounds.title')} right={t('rounds.right')} paper="new-page">
      {tensionsInOrder(scenario).map((tension) => {
        const place = placeOf(agenda, tension.key)
        return (
          <article key={tension.key} className={styles.round}>
            <p className={styles.where}>
              {place.kind === 'unplayed' ? t('unplayed') : t(place.kind, { number: place.number })}
            </p>
            <h3>{tension.title}</h3>
            <p>{tension.question}</p>
            <Guide scenario={scenario} tension={tension} />
          </article>
        )
      })}
    </PackPart>
  )
}

function Guide({ scenario, tension }: { scenario: Scenario; tension: Tension }) {
  const t = useTranslations('pack.rounds')
  const step = useStep()
  const run = runRowOf(scenario, tension.key)
  const { chairQuestions, misunderstandings, endsWell, goesWrong, openings, author, axis } = tension
  return (
    <div className={styles.guide}>
      <div>
        {chairQuestions.length === 0 ? null : (
          <>
            <h4>{t('ask')}</h4>
            <ol>
              {chairQuestions.map((ask) => (
                <li key={ask}>{ask}</li>
              ))}
            </ol>
          </>
        )}
        {run ? (
          <p>
            {run.say} <i>{run.watch}</i>
          </p>
        ) : null}
      </div>
      <div>
        {misunderstandings.length === 0 ? null : <h4>{t('misunderstood')}</h4>}
        {misunderstandings.map(({ wrong, right }) => (
          <p key={wrong}>
            <b>{t('heard')}</b> <i>{wrong}</i> <b>{t('say')}</b> <PackText text={right} />
          </p>
        ))}
      </div>
      <div>
        {endsWell === '' ? null : <h4>{t('well')}</h4>}
        <PackLine text={endsWell} />
        {goesWrong === '' ? null : <h4>{t('wrong')}</h4>}
        <PackLine text={goesWrong} />
      </div>
      <div>
        <h4>{t('opens')}</h4>
        {delegationsIn(scenario).map((delegation) => {
          const opens = openings[delegation.id]
          return opens ? (
            <p key={delegation.id}>
              <Shape delegation={delegation} silent /> <b>{delegation.short}</b> {signed(opens.value)},{' '}
              {step(axis, opens.value)}. <PackText text={opens.reason} anchors={opens.anchors} facts={opens.facts} />
            </p>
          ) : null
        })}
        <h4>{t('reading')}</h4>
        {author ? (
          <p>
            {signed(author.value)}, {step(axis, author.value)}.{' '}
            <PackText text={author.reason} anchors={author.anchors} facts={author.facts} />
          </p>
        ) : (
          <p>{t('noReading')}</p>
        )}
      </div>
    </div>
  )
}
