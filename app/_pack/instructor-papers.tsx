// What else the instructor has in hand: news to send, the text to be negotiated, cards and ratification at home, sample positions, and the
// questions for afterwards.
import { useFormatter, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { membersOf, pairsOf } from '#simulation/agenda/parties'
import type { DelegationId, TensionKey } from '#simulation/kernel/ids'
import { agendaNotes, placeOf, plannedNews } from '#simulation/reading/record/scenario-pack'
import { agendaOf, tensionOf } from '#simulation/scenario/lookup'
import type { Clause, Scenario } from '#simulation/scenario/scenario'
import { Shape } from '#ui/charts/shape'
import { delegationIn, delegationsIn } from '#ui/words/delegations.ts'
import styles from './instructor.module.css'
import { PackPart } from './pack-page'
import { PackLine, PackText } from './pack-text'
import { SampleList } from './sample-list'

type PapersProps = { scenario: Scenario; agendaKey: string }

export function NewsPart({ scenario, agendaKey }: PapersProps) {
  const t = useTranslations('pack.news')
  const planned = plannedNews(agendaOf(scenario, agendaKey))
  if (scenario.injects.length === 0) return null
  return (
    <PackPart id="news" title={t('title', { count: scenario.injects.length })} right={t('right')}>
      {scenario.injects.map(({ key, form, headline, text, anchors, tensions, when, squeezes, followUp }) => (
        <article key={key} className={styles.paper}>
          <h3>
            {headline} <small>{planned.has(key) ? t('planned', { form }) : t('form', { form })}</small>
          </h3>
          <p>
            <PackText text={text} anchors={anchors} />
          </p>
          <dl>
            <dt>{t('on')}</dt>
            <dd>{tensions.map((each) => tensionOf(scenario, each)?.title ?? each).join(', ')}</dd>
            <dt>{t('when')}</dt>
            <dd>{when}</dd>
            <dt>{t('squeezes')}</dt>
            <dd>{squeezes.map((id) => delegationIn(scenario, id)?.short ?? id).join(', ')}</dd>
            <dt>{t('then')}</dt>
            <dd>{followUp}</dd>
          </dl>
        </article>
      ))}
    </PackPart>
  )
}

export function TextPart({ scenario }: { scenario: Scenario }) {
  const t = useTranslations('pack.text')
  const { title, preamble, note, clauses, ballotRule, closingQuestion } = scenario.communique
  if (clauses.length === 0) return null
  return (
    <PackPart id="text" title={t('title')} right={title}>
      <PackLine text={preamble} />
      <PackLine className={styles.note} text={note} />
      {ballotRule ? <p className={styles.note}>{t('ballot', ballotRule)}</p> : null}
      {clauses.map((clause) => (
        <ClausePaper key={clause.key} scenario={scenario} clause={clause} />
      ))}
      {closingQuestion === '' ? null : <p>{t('closing', { question: closingQuestion })}</p>}
    </PackPart>
  )
}

function ClausePaper({ scenario, clause }: { scenario: Scenario; clause: Clause }) {
  const t = useTranslations('pack.text')
  const { heading, name, base, brackets, bridges = {}, reasons, anchors, tension } = clause
  const short = (id: string) => delegationIn(scenario, id)?.short ?? id
  return (
    <article className={styles.paper}>
      <h3>
        {heading} <small>{tensionOf(scenario, tension)?.title}</small>{' '}
        {name === undefined ? null : <small>{t('name', { name })}</small>}
      </h3>
      <p>
        <PackText text={base} anchors={anchors} />
      </p>
      {delegationsIn(scenario).map((delegation) => (
        <p key={delegation.id}>
          <Shape delegation={delegation} silent /> <b>{delegation.short}</b> {brackets[delegation.id]}
        </p>
      ))}
      <dl>
        {pairsOf(scenario).map((pair) => {
          const [first, second] = membersOf(pair).map(short)
          return bridges[pair] === undefined ? null : (
            <Fragment key={pair}>
              <dt>{t('between', { first: first ?? '', second: second ?? '' })}</dt>
              <dd>{bridges[pair]}</dd>
            </Fragment>
          )
        })}
        {reasons
          ? delegationsIn(scenario).map(({ id, short: of }) => (
              <Fragment key={id}>
                <dt>{t('why', { name: of })}</dt>
                <dd>{reasons[id]}</dd>
              </Fragment>
            ))
          : null}
      </dl>
    </article>
  )
}

export function CardsPart({ scenario }: { scenario: Scenario }) {
  const t = useTranslations('pack.cards')
  const format = useFormatter()
  const held = scenario.delegations.filter(({ cards }) => cards.length > 0)
  if (held.length === 0) return null
  const titles = (keys: readonly TensionKey[]) =>
    keys.map((each) => tensionOf(scenario, each)?.title ?? each).join(', ')
  const names = (ids: readonly DelegationId[]) =>
    format.list(ids.map((each) => delegationIn(scenario, each)?.capital ?? each))
  return (
    <PackPart id="cards" title={t('title')} right={t('right')}>
      {held.map(({ id, name, capital, cards }) => (
        <div key={id} className={styles.side}>
          <h3 className={styles.head}>{name}</h3>
          {cards.map(({ id: card, holder, asks, axes, check, readAloud }) => (
            <article key={card} className={styles.paper}>
              <h4>{holder}</h4>
              <p>“{asks}”</p>
              <dl>
                <dt>{t('about')}</dt>
                <dd>
                  {check
                    ? t('checked', {
                        rounds: titles([check.tension]),
                        check: t(`check.${check.type}`, {
                          capital,
                          who: check.type === 'agreed' ? names(check.by) : '',
                        }),
                      })
                    : t('judged', { rounds: titles(axes) })}
                </dd>
                <dt>{t('aloud')}</dt>
                <dd>
                  <i>{readAloud}</i>
                </dd>
              </dl>
            </article>
          ))}
        </div>
      ))}
      <p className={styles.note}>{t('rule')}</p>
    </PackPart>
  )
}

export function KnowledgePart({ scenario: { knowledge, knowledgeB } }: { scenario: Scenario }) {
  const t = useTranslations('pack.knowledge')
  if (!knowledge) return null
  return (
    <PackPart id="knowledge" title={t('title')} right={t('right')}>
      {knowledgeB ? <p className={styles.note}>{t('forms')}</p> : null}
      <KnowledgeForm form={knowledge} />
      {knowledgeB ? (
        <>
          <h3>{t('second')}</h3>
          <KnowledgeForm form={knowledgeB} />
        </>
      ) : null}
    </PackPart>
  )
}

function KnowledgeForm({ form }: { form: NonNullable<Scenario['knowledge']> }) {
  const t = useTranslations('pack.knowledge')
  return (
    <ol className={styles.plain}>
      {form.map(({ ask, options, right, anchors, facts }) => (
        <li key={ask}>
          <PackText text={ask} anchors={anchors} facts={facts} />
          <ul className={styles.plain}>
            {options.map((option, place) => (
              <li key={option}>
                {option} {place === right ? <b>({t('isRight')})</b> : null}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

export function SamplesPart({ scenario }: { scenario: Scenario }) {
  const t = useTranslations('pack.samples')
  const { samples, rubric } = scenario
  if (samples.length === 0) return null
  return (
    <PackPart id="samples" title={t('title')} right={t('right')}>
      <SampleList samples={samples} about={scenario} scale={rubric.scale} />
    </PackPart>
  )
}

export function AfterwardsPart({ scenario, agendaKey }: PapersProps) {
  const t = useTranslations('pack.after')
  const { debriefQuestions, reflectionPrompts, rubric, agendas, speakingOrder } = scenario
  const shown = agendas.map((agenda) => ({
    agenda,
    rounds: agenda.plays.flatMap((key) =>
      placeOf(agenda, key).kind === 'round' ? (tensionOf(scenario, key)?.title ?? []) : [],
    ),
  }))
  return (
    <PackPart id="after" title={t('title')}>
      <ol className={styles.plain}>
        {debriefQuestions.map(({ key, ask, anchors }) => (
          <li key={key}>
            <PackText text={ask} anchors={anchors} />
          </li>
        ))}
      </ol>
      {(['person', 'role', 'teamMember', 'observer'] as const).map((part) => (
        <div key={part}>
          <h3 className={styles.small}>{t(part)}</h3>
          <ul className={styles.plain}>
            {reflectionPrompts[part].map((prompt) => (
              <li key={prompt}>{prompt}</li>
            ))}
          </ul>
        </div>
      ))}
      <h3 className={styles.small}>{t('marking')}</h3>
      {rubric.criteria.map(({ key, name, hint }) => (
        <p key={key}>
          <b>{name}.</b> {hint.join(' ')}
        </p>
      ))}
      <h3 className={styles.small}>{t('shapes')}</h3>
      {shown.map(({ agenda, rounds }) => (
        <div key={agenda.key} className={styles.paper} data-current={agenda.key === agendaKey || undefined}>
          <h4>
            {agenda.title} <small>{rounds.join(' · ')}</small>
          </h4>
          <PackLine text={agenda.why} />
          {agenda.kind === 'homework' ? <PackLine text={agenda.deadlineNote} /> : null}
          <ul className={styles.plain}>
            {agenda.kind === 'homework'
              ? agenda.phases.map(({ phase, fromDay, dueDay, dueTime, note, required }) => (
                  <li key={`${phase}-${fromDay}`}>
                    {t('days', { from: fromDay, due: dueDay, time: dueTime ?? agenda.deadlineTime })} {note} {required}
                  </li>
                ))
              : agendaNotes(agenda).map(({ key, note, speakingSeconds }) => (
                  <li key={key}>
                    {note} {speakingSeconds ? t('each', { seconds: speakingSeconds }) : null}
                  </li>
                ))}
          </ul>
        </div>
      ))}
      <h3 className={styles.small}>{t('order')}</h3>
      <PackLine text={speakingOrder.rule} />
      <p>
        {speakingOrder.rounds
          .map((round) => round.map((id) => delegationIn(scenario, id)?.short ?? id).join(', '))
          .join(' · ')}
      </p>
      <PackLine text={speakingOrder.laterRounds} />
      <PackLine text={speakingOrder.speaker} />
    </PackPart>
  )
}
