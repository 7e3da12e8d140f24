// The comparison: the finding, a tile for each table, where each side closed, and the same moment at all of them.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { compareFilePath, comparePath } from '#paths'
import {
  axesAcross,
  type Comparison,
  compareTables,
  type Measure,
  measuresOf,
  type PlayedTable,
  tablesInOrder,
} from '#simulation/reading/positions/compared-tables'
import { momentName, type WordsAtTables } from '#simulation/reading/positions/same-moment'
import { PageHead } from '#ui/page/page-head'
import { gapName, type Parties, pairName, pairsIn, partiesOf } from '#ui/words/delegations.ts'
import type { CompareChoices } from './asked'
import styles from './compare.module.css'
import { LeanProof } from './compared-proofs'
import type { OwnTable } from './record-link'
import { SameMoment } from './same-moment'
import { SidesSpread } from './sides-spread'
import { StandApart } from './stand-apart'
import { TableTile } from './table-tile'

type ComparedProps = OwnTable & {
  activityId: string
  tables: readonly PlayedTable[]
  /** What was said first at the moment that is asked for. */
  words: WordsAtTables
  timeZone: string
  asked: CompareChoices
}

export function CompareView({ above, ...props }: ComparedProps & { above: string }) {
  const t = useTranslations('compare')
  const { tables, asked } = props
  const compared = tables.length < 2 ? null : compareTables(tables, asked.measure)
  const plan = tables[0]?.played
  if (!compared || !plan)
    return (
      <main id="main" className={`page ${styles.page}`}>
        <PageHead above={above} title={t('one')} lead={t('oneText')} />
      </main>
    )
  const parties = partiesOf(plan)
  return (
    <main id="main" className={`page ${styles.page}`} data-stage={asked.stage || undefined}>
      <PageHead
        above={above}
        title={
          <Finding
            compared={compared}
            what={t(asked.measure === 'gap' ? 'gap' : 'pair', { name: measureName(parties, asked.measure) })}
          />
        }
        lead={<Lead compared={compared} isFork={tables.some(({ number }) => number === 0)} />}
      />
      <Compared {...props} compared={compared} parties={parties} />
    </main>
  )
}

/** All that stands beneath the finding. */
export function Compared(props: ComparedProps & { compared: Comparison; parties: Parties }) {
  const { activityId, own, tables, words, timeZone, asked, compared, parties } = props
  const t = useTranslations('compare')
  const moment = asked.moment ? momentName(asked.moment) : null
  const view = asked.stage ? 'stage' : null
  const to = (change: { of?: Measure; order?: CompareChoices['order']; view?: string | null }) =>
    comparePath(activityId, { of: asked.measure, order: asked.order, moment, view, ...change })
  const proven = { compared, own }
  return (
    <>
      <LeanProof {...proven} />
      <nav className={`acts unprinted ${styles.choices}`} aria-label={t('choices')}>
        <Choice
          options={measuresOf(parties).map((of) => ({
            href: to({ of }),
            label: measureName(parties, of),
            on: of === asked.measure,
          }))}
        />
        <Choice
          options={(['number', 'apart'] as const).map((order) => ({
            href: to({ order }),
            label: t(`order.${order}`),
            on: order === asked.order,
          }))}
        />
        {own === null || asked.stage ? (
          <Link href={to({ view: asked.stage ? null : 'stage' })}>{t(asked.stage ? 'offStage' : 'onStage')}</Link>
        ) : null}
      </nav>
      <p className={styles.legend}>{t('legend')}</p>
      {own === null ? null : <p className={styles.legend}>{t('forClass')}</p>}
      <ol className={styles.tiles}>
        {tablesInOrder(compared, asked.order).map((table) => (
          <TableTile
            key={table.id}
            own={own}
            table={table}
            across={compared.rounds}
            isApart={compared.apart?.tables.some(({ table: id }) => id === table.id) ?? false}
          />
        ))}
      </ol>
      <StandApart {...proven} />
      <SidesSpread axes={axesAcross(tables)} tables={tables} />
      {own === null ? (
        <p className={`unprinted ${styles.file}`}>
          {/* A plain link: next/link would navigate to the file instead of downloading it. */}
          <a href={compareFilePath(activityId, asked.measure)} download>
            {t('download')}
          </a>
        </p>
      ) : null}
      <SameMoment activityId={activityId} own={own} tables={tables} words={words} asked={asked} timeZone={timeZone} />
    </>
  )
}

/** "Arnmark–Belmora", or the name of the gap. */
const measureName = (parties: Parties, measure: Measure): string => {
  const pair = pairsIn(parties).find(({ pair }) => pair === measure)
  return pair ? pairName(pair.members) : gapName(parties)
}

export function Finding({ compared: { finding }, what }: { compared: Comparison; what: string }) {
  const t = useTranslations('compare.finding')
  switch (finding.kind) {
    case 'unknown':
      return t('unknown')
    case 'alike':
      return t(finding.mostly, { tables: finding.tables, what })
    case 'mixed':
      return t('mixed', { ...finding, what })
    default:
      return finding satisfies never
  }
}

export function Lead({ compared: { shifts, byBrief }, isFork }: { compared: Comparison; isFork: boolean }) {
  const t = useTranslations('compare.lead')
  return (
    <>
      {t('shifts', shifts)} {byBrief > 0 ? t('byBrief', { count: byBrief }) : null} {isFork ? t('fork') : null}{' '}
      {t('cause')}
    </>
  )
}

function Choice({ options }: { options: readonly { href: string; label: string; on: boolean }[] }) {
  return (
    <ul>
      {options.map(({ href, label, on }) => (
        <li key={href}>
          <Link href={href} aria-current={on ? 'true' : undefined} scroll={false}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
