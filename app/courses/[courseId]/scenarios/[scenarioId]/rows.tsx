'use client'
// A list of rows that an author adds, moves and removes. Removing asks nothing: it can be undone.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '#ui/controls/button'
import styles from './writing.module.css'
import { idOfPlace, PlaceFault } from './written-field'

type RowsProps<Row extends { id: string }> = {
  place: string
  rows: readonly Row[]
  most: number
  /** The words of the button that adds one. */
  add: string
  begin: (id: string) => Row
  /** What a row is called on its buttons. */
  nameOf: (row: Row, place: number) => string
  /** `at` is the place of the field that changed; null where rows were added, moved or removed. */
  onRows: (rows: Row[], at: string | null) => void
  children: (
    row: Row,
    place: number,
    set: <Name extends keyof Row & string>(name: Name, value: Row[Name]) => void,
  ) => ReactNode
}

/** A name that no other row has, made by chance because two authors may add rows at once. */
const freshName = (place: string) => `${place.split('/').at(-1)?.charAt(0) ?? 'r'}0${crypto.randomUUID().slice(0, 8)}`

export function Rows<Row extends { id: string }>(props: RowsProps<Row>) {
  const { place, rows, most, add, begin, nameOf, onRows, children } = props
  const t = useTranslations('scenarios.writing')
  const moved = (from: number, by: number) => {
    const next = [...rows]
    next.splice(from + by, 0, ...next.splice(from, 1))
    onRows(next, null)
  }
  return (
    <div>
      <ol className={styles.rows}>
        {rows.map((row, index) => {
          const name = nameOf(row, index)
          return (
            <li key={row.id} className={styles.row}>
              {children(row, index, (name, value) =>
                onRows(
                  rows.map((one) => (one === row ? { ...one, [name]: value } : one)),
                  `${place}/${row.id}/${name}`,
                ),
              )}
              <div className="acts">
                <Button
                  kind="quiet"
                  size="dense"
                  idle={index === 0 ? t('isFirst') : null}
                  onClick={() => moved(index, -1)}
                  aria-label={t('upNamed', { name })}
                >
                  {t('up')}
                </Button>
                <Button
                  kind="quiet"
                  size="dense"
                  idle={index === rows.length - 1 ? t('isLast') : null}
                  onClick={() => moved(index, 1)}
                  aria-label={t('downNamed', { name })}
                >
                  {t('down')}
                </Button>
                <Button
                  kind="quiet"
                  size="dense"
                  onClick={() =>
                    onRows(
                      rows.filter((one) => one !== row),
                      null,
                    )
                  }
                  aria-label={t('removeNamed', { name })}
                >
                  {t('remove')}
                </Button>
              </div>
            </li>
          )
        })}
      </ol>
      <div id={idOfPlace(place)}>
        <PlaceFault place={place} />
        <Button
          size="dense"
          idle={rows.length >= most ? t('full', { most }) : null}
          onClick={() => onRows([...rows, begin(freshName(place))], null)}
        >
          {add}
        </Button>
      </div>
    </div>
  )
}
