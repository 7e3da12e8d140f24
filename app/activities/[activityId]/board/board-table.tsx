'use client'
// The board's table: a row for each student, a column for each phase, totals in the footer.
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { shortDayAndTime } from '#format/days'
import { deskPath, previewPath, transcriptPath } from '#paths'
import { doneBeside } from '#simulation/beside/done-beside'
import type { AskedBeside } from '#simulation/beside/slices'
import type { AskingPhase } from '#simulation/reading/homework/assignment'
import { doneAmong, type PhaseProgress } from '#simulation/reading/marks/completion'
import { Placard } from '#ui/charts/placard'
import { Button } from '#ui/controls/button'
import { Checkbox } from '#ui/controls/checkbox'
import { Menu } from '#ui/over/menu'
import { ScrollRegion } from '#ui/page/scroll-region'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { Icon } from '#ui/words/icon'
import { lengthWords } from '../length-words'
import styles from './board.module.css'
import { isLate, type Row } from './board-rows'

type BoardTableProps = {
  activityId: string
  rows: readonly Row[]
  /** All rows, hidden ones too: the totals count everyone. */
  all: readonly Row[]
  columns: readonly AskingPhase[]
  timeZone: string
  rooms: number
  onExtend: (row: Row) => void
  /** The people whose rows are ticked. */
  ticked: ReadonlySet<string>
  onTick: (person: string) => void
}

export function BoardTable({ activityId, rows, all, columns, timeZone, rooms, ...more }: BoardTableProps) {
  const t = useTranslations('board')
  const phases = useTranslations('record.homeworkPhases')
  const locale = useLocale()
  const beside = [...new Map(all.flatMap((row) => row.beside.map((one) => [one.key, one]))).values()]
  return (
    <ScrollRegion className={styles.frame} label={t('caption')}>
      <table className={`table ${styles.table}`}>
        <caption>
          <VisuallyHidden>{t('caption')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('student')}</th>
            {columns.map((column) => (
              <th scope="col" key={column.phase} data-current={column.current || undefined}>
                <b>{phases(column.kind)}</b>
                <span>{column.dueAt === null ? null : shortDayAndTime(locale, column.dueAt, timeZone)}</span>
              </th>
            ))}
            {beside.map(({ key, closes }) => (
              <th scope="col" key={key}>
                <b>{t(`beside.${key}`)}</b>
                <span>{shortDayAndTime(locale, closes, timeZone)}</span>
              </th>
            ))}
            <th scope="col">
              <VisuallyHidden>{t('acts')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.person}>
              <th scope="row">
                <span className={styles.who}>
                  <Checkbox
                    size="dense"
                    labelHidden
                    checked={more.ticked.has(row.person)}
                    onChange={() => more.onTick(row.person)}
                  >
                    {t('tick', { name: row.name })}
                  </Checkbox>
                  {row.seat?.delegation ? <Placard delegation={row.seat.delegation} size="xs" /> : null}
                  <Link href={deskPath(row.room.id)}>{row.name}</Link>
                </span>
                {row.seat?.actsFor ? (
                  <span className={styles.tag}>{t('actsForHead', { title: row.seat.actsFor })}</span>
                ) : null}
                <small>{[row.seat?.title ?? t('noSeat'), ...(rooms > 1 ? [row.room.name] : [])].join(' · ')}</small>
              </th>
              {columns.map((column) => (
                <td key={column.phase} data-current={column.current || undefined}>
                  <PhaseCell cell={row.cells.find(({ phase }) => phase === column.phase)} timeZone={timeZone} />
                </td>
              ))}
              {beside.map(({ key }) => (
                <td key={key}>
                  <CellBeside asked={row.beside.find((one) => one.key === key)} />
                </td>
              ))}
              <td>
                <Acts activityId={activityId} row={row} onExtend={more.onExtend} />
              </td>
            </tr>
          ))}
          {rows.length === 0 ? (
            <tr>
              <td colSpan={columns.length + beside.length + 2}>{t('none')}</td>
            </tr>
          ) : null}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('done')}</th>
            {columns.map((column) => (
              <td key={column.phase}>
                <DoneOf rows={all} phase={column.phase} />
              </td>
            ))}
            {beside.map(({ key }) => (
              <td key={key}>
                <DoneBeside all={all.flatMap((row) => row.beside.filter((one) => one.key === key))} />
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

function Acts({ activityId, row, onExtend }: { activityId: string; row: Row; onExtend: (row: Row) => void }) {
  const t = useTranslations('board')
  const { room, seat, name } = row
  const preview = seat ? previewPath(activityId, room.id, seat.id) : null
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="quiet" size="dense" icon="down" aria-label={t('actsFor', { name })}>
          {t('more')}
        </Button>
      }
      items={[
        { label: t('extend'), onSelect: () => onExtend(row) },
        ...(preview ? [{ kind: 'link' as const, label: t('preview'), href: preview }] : []),
        { kind: 'link', label: t('room'), href: deskPath(room.id) },
        { kind: 'link', label: t('transcript'), href: transcriptPath(room.id) },
      ]}
    />
  )
}

/** "12 of 18": how many of the students asked have done a phase. */
function DoneOf({ rows, phase }: { rows: readonly Row[]; phase: number }) {
  const t = useTranslations('board')
  const { asked, done } = doneAmong(
    rows.map(({ cells }) => cells),
    phase,
  )
  return asked === 0 ? t('status.nothing') : t('doneOf', { done, all: asked })
}

function PhaseCell({ cell, timeZone }: { cell: PhaseProgress | undefined; timeZone: string }) {
  const t = useTranslations('board')
  const locale = useLocale()
  if (!cell) return <span className="dim">{t('status.nothing')}</span>
  const extended =
    cell.extendedTo === null ? null : (
      <span className={styles.tag}>
        {t('extendedTo', { when: shortDayAndTime(locale, cell.extendedTo, timeZone) })}
      </span>
    )
  const late = isLate(cell) ? (
    <span className="hint">{t('status.late', { by: lengthWords(t, cell.lateBy ?? 0) })}</span>
  ) : null
  // Beside reflections they would not be told apart by one sum.
  const annotations = cell.counted.find(({ requirement }) => requirement.what === 'annotation')
  const ofAnnotations =
    annotations && cell.counted.length > 1 ? (
      <span className="hint">
        {t('status.annotations', { done: Math.min(annotations.done, annotations.asked), asked: annotations.asked })}
      </span>
    ) : null
  switch (cell.status) {
    case 'ahead':
      return (
        extended ?? (
          <span className="dim">
            <span aria-hidden="true">·</span>
            <VisuallyHidden>{t('status.ahead')}</VisuallyHidden>
          </span>
        )
      )
    case 'done':
      return (
        <span className={`tools ${styles.done}`}>
          <Icon name="check" />
          <VisuallyHidden>{t('status.done')}</VisuallyHidden> {extended}
        </span>
      )
    case 'late':
      return (
        <span className={`tools ${styles.done}`}>
          <Icon name="check" /> {late} {extended}
        </span>
      )
    case 'missing':
      return (
        <span className={styles.open}>
          <span className={styles.tag} data-missing="">
            <Icon name="warning" /> {t('status.missing', { done: cell.done, asked: cell.asked })}
          </span>
          {ofAnnotations}
          {late}
          {extended}
        </span>
      )
    case 'open':
      return (
        <span className={styles.open}>
          <span className="hint">{t('status.open', { done: cell.done, asked: cell.asked })}</span>
          <meter className={styles.meter} min={0} max={Math.max(1, cell.asked)} value={cell.done} aria-hidden="true" />
          {ofAnnotations}
          {late}
          {extended}
        </span>
      )
    case 'before':
      return <span className="dim">{t('status.before')}</span>
    default:
      return cell.status satisfies never
  }
}

/** A column of what is asked beside the log: how much of it each student has done. */
function CellBeside({ asked }: { asked: AskedBeside | undefined }) {
  const t = useTranslations('board')
  if (!asked || asked.counted.asked === 0)
    return <span className="dim">{asked?.isAhead ? t('status.ahead') : t('status.nothing')}</span>
  const { counted, owes } = asked
  if (counted.done >= counted.asked)
    return (
      <span className={`tools ${styles.done}`}>
        <Icon name="check" />
        <VisuallyHidden>{t('status.done')}</VisuallyHidden>
      </span>
    )
  return owes ? (
    <span className="hint">{t('status.open', counted)}</span>
  ) : (
    <span className={styles.tag} data-missing="">
      <Icon name="warning" /> {t('status.missing', counted)}
    </span>
  )
}

/** How many of the students of whom something is asked have done all of it. */
function DoneBeside({ all }: { all: readonly AskedBeside[] }) {
  const t = useTranslations('board')
  const { asked, done } = doneBeside(all)
  return asked === 0 ? t('status.nothing') : t('doneOf', { done, all: asked })
}
