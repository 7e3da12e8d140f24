'use client'
// The board's filters: by progress, by room, by section, by name.
import { useTranslations } from 'next-intl'
import { Field } from '#ui/controls/field'
import { SectionChoice } from '#ui/controls/section-choice'
import { Segmented } from '#ui/controls/segmented'
import { Select } from '#ui/controls/select'
import { TextInput } from '#ui/controls/text-input'
import styles from './board.module.css'
import type { BoardPerson, BoardRoom } from './board-data'
import { FILTERS, type Filter, ORDERS, type Order } from './board-rows'

export type RowFilter = { filter: Filter; room: string; section: string; name: string; order: Order }

type BoardFiltersProps = {
  rooms: readonly BoardRoom[]
  people: readonly BoardPerson[]
  wanted: RowFilter
  onWant: (wanted: RowFilter) => void
  shown: number
  of: number
}

export function BoardFilters({ rooms, people, wanted, onWant, shown, of }: BoardFiltersProps) {
  const t = useTranslations('board.filter')
  const orders = ORDERS.filter((order) => order !== 'family' || people.some(({ family }) => family))
  return (
    <div className={`tools unprinted ${styles.filters}`}>
      <Segmented
        label={t('label')}
        size="dense"
        value={wanted.filter}
        onValueChange={(value) => onWant({ ...wanted, filter: FILTERS.find((filter) => filter === value) ?? 'all' })}
        options={FILTERS.map((filter) => ({ value: filter, label: t(filter) }))}
      />
      {rooms.length > 1 ? (
        <Field label={t('room')} labelHidden>
          <Select
            size="dense"
            value={wanted.room}
            onChoose={(value) => onWant({ ...wanted, room: value })}
            options={[
              { value: '', label: t('everyRoom') },
              ...rooms.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
      ) : null}
      <SectionChoice people={people} value={wanted.section} onChoose={(section) => onWant({ ...wanted, section })} />
      <Field label={t('name')} labelHidden>
        <TextInput
          type="search"
          placeholder={t('name')}
          value={wanted.name}
          onWords={(value) => onWant({ ...wanted, name: value })}
        />
      </Field>
      <Field label={t('order')} labelHidden>
        <Select
          size="dense"
          value={wanted.order}
          onChoose={(order) => onWant({ ...wanted, order })}
          options={orders.map((order) => ({ value: order, label: t(`orders.${order}`) }))}
        />
      </Field>
      <span className="hint" role="status">
        {shown === of ? null : t('shown', { shown, of })}
      </span>
    </div>
  )
}
