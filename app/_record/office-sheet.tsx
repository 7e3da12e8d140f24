// The one page of an office, read in five minutes: its brief, a question to ask, three sentences of the reading, what it wants, two facts
// and whom it will quarrel with. The same on screen, on a phone and on one sheet of A4; the rest of the brief stands behind it.
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import type { Brief } from '#simulation/agenda/brief'
import type { RoomPlan } from '#simulation/agenda/plan'
import { Placard } from '#ui/charts/placard'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './office-sheet.module.css'

/** The sections of a brief that stand on its one page. */
const ON_PAGE: ReadonlySet<Brief['sections'][number]['heading']> = new Set(['brief', 'objectives'])

/** The sections that stand nowhere yet: behind the one page of an office, or all of a brief that has none. */
export const sectionsBehind = ({ sheet, sections }: Brief): Brief['sections'] =>
  sheet ? sections.filter(({ heading }) => !ON_PAGE.has(heading)) : sections

/** The facts that stand nowhere yet, likewise. */
export const factsBehind = ({ sheet, facts = [] }: Brief): NonNullable<Brief['facts']> =>
  facts.filter(({ key }) => !sheet?.facts.includes(key))

type OfficeSheetProps = {
  brief: Brief
  /** What names and draws the delegations. */
  plan: Pick<RoomPlan, 'delegations'>
  /** A text with its citations, as the page around it shows them. */
  text: ComponentType<{ text: string; anchors?: readonly string[] }>
  /** The level of its headings. */
  heading?: 'h3' | 'h4'
}

/** Nothing for a brief without such a page. */
export function OfficeSheet({ brief, plan, text: Text, heading: Heading = 'h3' }: OfficeSheetProps) {
  const t = useTranslations('room.brief.page')
  const { sheet, sections, facts = [] } = brief
  if (!sheet) return null
  const linesOf = (which: string) => sections.flatMap(({ heading, lines }) => (heading === which ? lines : []))
  const asked = delegationIn(plan, sheet.question.to)
  return (
    <div className={styles.sheet}>
      {linesOf('brief').map(({ text }) => (
        <p key={text} className={styles.brief}>
          <Text text={text} />
        </p>
      ))}
      <section className={styles.ask}>
        <Heading>{t('ask')}</Heading>
        <p>{t('question', { capital: asked?.capital ?? '', text: sheet.question.text })}</p>
      </section>
      <section className={styles.gists}>
        <Heading>{t('gists')}</Heading>
        <ol>
          {sheet.gists.map(({ text, anchors }) => (
            <li key={text}>
              <Text text={text} anchors={anchors} />
            </li>
          ))}
        </ol>
      </section>
      <section className={styles.wants}>
        <Heading>{t('wants')}</Heading>
        <ol>
          {linesOf('objectives').map(({ text, anchors }) => (
            <li key={text}>
              <Text text={text} anchors={anchors} />
            </li>
          ))}
        </ol>
      </section>
      <section className={styles.facts}>
        <Heading>{t('facts')}</Heading>
        {sheet.facts.flatMap((key) => {
          const fact = facts.find((each) => each.key === key)
          return fact
            ? [
                <p key={key}>
                  {fact.text}{' '}
                  {fact.source ? (
                    <small>{t('source', { publication: fact.source.publication, date: fact.source.date })}</small>
                  ) : null}
                </p>,
              ]
            : []
        })}
      </section>
      {sheet.quarrels.length === 0 ? null : (
        <section className={styles.quarrels}>
          <Heading>{t('quarrels')}</Heading>
          <ul>
            {sheet.quarrels.map(({ delegation, title, about }) => {
              const side = delegationIn(plan, delegation)
              return (
                <li key={title}>
                  {side ? <Placard delegation={side} size="xs" /> : null}
                  <span>{t.rich('quarrel', { title, about, b: (words) => <b>{words}</b> })}</span>
                </li>
              )
            })}
          </ul>
        </section>
      )}
    </div>
  )
}
