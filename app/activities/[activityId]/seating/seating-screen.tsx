'use client'
// The seating table: who has no seat, the seats of one table by delegation, and the draws. Names are moved by pointer, menu and keys alike.
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { linksPath, roleSheetsPath } from '#paths'
import { numberText } from '#simulation/seating/draw'
import { named, seatedAmong } from '#simulation/seating/named'
import { classOf, fillOf, type SeatAt } from '#simulation/seating/prepared-seats'
import type { Seating } from '#simulation/wire/seating'
import { Button, LinkButton } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { TextInput } from '#ui/controls/text-input'
import { PageHead } from '#ui/page/page-head'
import { DrawDialog } from './draw-dialog'
import styles from './seating.module.css'
import { goToSpot } from './spots'
import { TableSeats } from './table-seats'
import { UnseatedList } from './unseated-list'
import { useSeating } from './use-seating'
import { useWhere } from './use-where'

const MOST_SHOWN = 6

type FindNameProps = { seating: Seating; typed: string; onType: (typed: string) => void; onGo: (at: SeatAt) => void }

/**
 * The search of the seating page: it narrows the names without a seat, and leads to the seat of whoever has one, at whichever table.
 */
function FindName({ seating, typed, onType, onGo }: FindNameProps) {
  const t = useTranslations('seating.page')
  const where = useWhere(seating)
  const isIdle = typed.trim() === ''
  const found = isIdle ? [] : named(seating.people, typed)
  const seated = seatedAmong(found, seating.prepared)
  return (
    <search className={styles.find}>
      <Field label={t('find')}>
        <TextInput type="search" value={typed} onWords={onType} />
      </Field>
      <p className={styles.hint} role="status">
        {isIdle ? null : t('found', { count: found.length, seated: seated.length })}
      </p>
      <ul>
        {seated.slice(0, MOST_SHOWN).map(({ person, at }) => (
          <li key={person.place}>
            <Button kind="quiet" size="dense" onClick={() => onGo(at)}>
              <bdi>{person.name}</bdi> · {where(at)}
            </Button>
          </li>
        ))}
      </ul>
    </search>
  )
}

type SeatingScreenProps = {
  activity: { id: string; title: string; course: string; courseId: string }
  initial: Seating
}

/** As many names as a sentence holds. */
const MOST_NAMED = 6
/** From more names on they are searched. */
const MANY_NAMES = 12

export function SeatingScreen({ activity, initial }: SeatingScreenProps) {
  const t = useTranslations('seating.page')
  const format = useFormatter()
  const hand = useSeating(activity.id, initial)
  const { seating, picked, refused, change } = hand
  const { tables, seats, prepared, people } = seating
  const [shown, show] = useState(tables[0]?.id ?? '')
  const [drawing, setDrawing] = useState<'lot' | 'choices' | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const [sought, seek] = useState('')
  const [wanted, want] = useState<SeatAt | null>(null)
  const { unseated, seated, chose } = classOf(people, prepared)
  const { open } = fillOf(seats, prepared)
  const begun = tables.some(({ hasBegun }) => hasBegun)
  const own = prepared.filter(({ table }) => table === shown)
  const isLocked = own.length > 0 && own.every(({ locked }) => locked)
  const nameOf = (place: string) => people.find((person) => person.place === place)?.name ?? ''

  function goTo(at: SeatAt) {
    show(at.table)
    want(at)
  }
  useEffect(() => {
    if (wanted === null) return
    // The table of the seat may just have been put in place of another.
    page.current?.querySelector<HTMLElement>(`[data-at="${CSS.escape(`${wanted.table} ${wanted.seat}`)}"]`)?.focus()
    want(null)
  }, [wanted])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && picked !== null) hand.pick(null)
    const spot = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-spot]') : null
    if (!spot || event.altKey || event.ctrlKey || event.metaKey) return
    const person = spot.dataset.person
    const seat = prepared.find(({ place }) => place === person)
    if (event.key.toLowerCase() === 'l' && seat) void change({ do: 'lock', places: [seat.place], locked: !seat.locked })
    else if (page.current && goToSpot(page.current, spot, event.key)) event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons within, and go from one to another
    <div ref={page} onKeyDown={onKeyDown}>
      <PageHead
        above={`${activity.course} · ${activity.title}`}
        title={t('heading', { seated, all: people.length, open })}
        lead={
          unseated.length === 0
            ? t('none')
            : unseated.length > MOST_NAMED
              ? t('withoutMany', { count: unseated.length })
              : t('without', { names: format.list(unseated.map(({ name }) => name)), count: unseated.length })
        }
        right={<LinkButton href={roleSheetsPath(activity.id)}>{t('sheets')}</LinkButton>}
      />
      {begun ? <p className={styles.notice}>{t('begun')}</p> : null}
      <div className={`bar ${styles.tools}`}>
        <Button size="dense" onClick={() => setDrawing('lot')}>
          {t('byLot')}
        </Button>
        <Button size="dense" onClick={() => setDrawing('choices')}>
          {t('byChoices', { count: chose })}
        </Button>
        <Button
          size="dense"
          icon="lock"
          pressed={isLocked}
          onClick={() => void change({ do: 'lock', places: own.map(({ place }) => place), locked: !isLocked })}
        >
          {t(isLocked ? 'unlockAll' : 'lockAll', { tables: tables.length })}
        </Button>
        {hand.undo ? (
          <Button size="dense" onClick={hand.undo}>
            {t('undo')}
          </Button>
        ) : null}
        <Button
          size="dense"
          kind="quiet"
          pressed={seating.choosing}
          onClick={() => void change({ do: 'choosing', on: !seating.choosing })}
        >
          {t(seating.choosing ? 'asked' : 'ask')}
        </Button>
        <Button
          size="dense"
          kind="quiet"
          pressed={seating.shown}
          onClick={() => void change({ do: 'shown', on: !seating.shown })}
        >
          {t(seating.shown ? 'shown' : 'show')}
        </Button>
      </div>
      {seating.choosing || seating.shown ? (
        <p className={`hint ${styles.reach}`}>
          {t.rich('reach', { link: (words) => <Link href={linksPath(activity.courseId, activity.id)}>{words}</Link> })}
        </p>
      ) : null}
      {refused ? (
        <div className={styles.refused} role="alert">
          <ErrorText>
            {t('notDone')}: {t(`fault.${refused.fault}`)}
          </ErrorText>
          {refused.fault === 'changed' || refused.fault === 'offline' ? (
            <Button size="dense" onClick={() => void change(refused.change)}>
              {t('again')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <p className={`hint ${styles.live}`} role="status">
        {picked === null ? t('keys') : t('picked', { name: nameOf(picked) })}
      </p>
      {tables.length > 1 ? (
        <div className={styles.which}>
          <Field label={t('table')}>
            <Select
              value={shown}
              onChoose={show}
              options={tables.map(({ id, name }) => ({
                value: id,
                label: t('tableFill', {
                  name,
                  ...fillOf(
                    seats.filter(({ table }) => table === id),
                    prepared,
                  ),
                }),
              }))}
            />
          </Field>
        </div>
      ) : null}
      <div className={styles.room}>
        <div className={styles.tray}>
          {people.length > MANY_NAMES ? <FindName seating={seating} typed={sought} onType={seek} onGo={goTo} /> : null}
          <UnseatedList hand={hand} people={named(unseated, sought)} table={shown} />
        </div>
        <TableSeats hand={hand} table={shown} />
      </div>
      {seating.draw ? (
        <p className={styles.hint}>
          {t('lastDraw', { number: numberText(seating.draw.number) })}{' '}
          {seating.draw.by === 'choices' && seating.draw.outcome.chose > 0
            ? t('lastOutcome', seating.draw.outcome)
            : null}
        </p>
      ) : null}
      <DrawDialog hand={hand} by={drawing} onClose={() => setDrawing(null)} />
    </div>
  )
}
