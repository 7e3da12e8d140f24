// The sheet: what changed, for how many people, with its interval, and what it does not show.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { learningFilePath, learningPath } from '#paths'
import { type Comparison, type LearningSheet, learningFinding } from '#simulation/reading/positions/learning'
import { shownMean } from '#simulation/reading/positions/stance-spread'
import { PageHead } from '#ui/page/page-head'
import { axisEnds, signed, unsigned } from '#ui/words/signed.ts'
import styles from './learning.module.css'

type LearningViewProps = {
  activityId: string
  above: string
  tables: readonly { id: string; name: string }[]
  /** The table whose sheet it is; null for all of them. */
  table: string | null
  /** Null where it was not chosen. */
  sheet: LearningSheet | null
  hasFile: boolean
}

export function LearningView({ activityId, above, tables, table, sheet, hasFile }: LearningViewProps) {
  const t = useTranslations('learning')
  const { over, of } = sheet?.tables ?? { over: 0, of: 0 }
  return (
    <main id="main" className={`page ${styles.page}`}>
      <PageHead
        above={above}
        title={sheet ? <Finding sheet={sheet} /> : t('off')}
        lead={sheet ? [over < of ? t('open', { over, of }) : '', t('lead')].filter(Boolean).join(' ') : t('offText')}
      />
      {tables.length > 1 && sheet ? (
        <nav aria-label={t('tables')}>
          <ul className={`acts ${styles.tables}`}>
            {[{ id: null, name: t('all') }, ...tables].map(({ id, name }) => (
              <li key={id ?? ''}>
                <Link href={learningPath(activityId, id)} aria-current={id === table ? 'page' : undefined}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {sheet && over > 0 ? <Sheet sheet={sheet} /> : null}
      {sheet && over > 0 ? (
        <p className={`note ${styles.note}`}>
          {sheet.forms ? `${t('forms', { a: sheet.forms.A, b: sheet.forms.B })} ` : null}
          {t('method')} {t('notShown')}
        </p>
      ) : null}
      {hasFile ? (
        <p>
          {/* A plain link: next/link would navigate to the file instead of downloading it. */}
          <a href={learningFilePath(activityId, table)} download>
            {t('download')}
          </a>{' '}
          <span className="hint">{t('about')}</span>
        </p>
      ) : null}
    </main>
  )
}

function Finding({ sheet }: { sheet: LearningSheet }) {
  const t = useTranslations('learning.finding')
  const finding = learningFinding(sheet)
  switch (finding.kind) {
    case 'still-open':
      return t('still-open')
    case 'too-few':
      return t('too-few', { n: finding.n })
    case 'rose':
    case 'fell':
    case 'unclear':
      return t(finding.kind, { n: finding.n, change: unsigned(shownMean(finding.change)) })
    case 'alike':
      return t('alike', { n: finding.n, change: signed(shownMean(finding.change)) })
    default:
      return finding satisfies never
  }
}

function Sheet({ sheet }: { sheet: LearningSheet }) {
  const t = useTranslations('learning')
  return (
    <table className={styles.sheet}>
      <caption className="hint">{t('caption')}</caption>
      <thead>
        <tr>
          {(['measure', 'change', 'before', 'after', 'people'] as const).map((head) => (
            <th scope="col" key={head}>
              {t(`head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Line name={t('knowledge')} scale={t('knowledgeScale')} of={sheet.knowledge} shows={unsigned} />
        <Line name={t('sure')} scale={t('sureScale')} of={sheet.sure} shows={unsigned} />
        {sheet.views.map(({ round, moved }) => (
          <Line
            key={round.key}
            name={t('view', { title: round.title })}
            scale={t('viewScale', { minus: round.axis.minus, plus: round.axis.plus, ...axisEnds })}
            of={moved}
            shows={signed}
          />
        ))}
        {sheet.guesses.n > 0 ? (
          <Line name={t('guesses')} scale={t('guessesScale')} of={sheet.guesses} shows={unsigned} plain />
        ) : null}
      </tbody>
    </table>
  )
}

type LineProps = {
  name: string
  scale: string
  of: Comparison
  shows: (value: number) => string
  /** Without an interval. */
  plain?: boolean
}

function Line({ name, scale, of: { n, change }, shows, plain = false }: LineProps) {
  const t = useTranslations('learning')
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{scale}</small>
      </th>
      {change === null ? (
        <td colSpan={3}>{t('tooFew')}</td>
      ) : (
        <>
          <td>
            <b>{signed(shownMean(change.change))}</b>
            {plain ? null : (
              <small>
                {change.interval
                  ? t('interval', {
                      low: signed(shownMean(change.interval.low)),
                      high: signed(shownMean(change.interval.high)),
                    })
                  : t('alike')}
              </small>
            )}
          </td>
          <td>{shows(shownMean(change.before))}</td>
          <td>{shows(shownMean(change.after))}</td>
        </>
      )}
      <td>{n}</td>
    </tr>
  )
}
