'use client'
// One line of the list: as it was written, and as it is read. A fault stands under its line.
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import type { RosterState } from './actions'
import table from './lines-table.module.css'

export type Person = Extract<RosterState['view'], { step: 'lines' }>['read']['people'][number]
type Fault = NonNullable<Person['fault']>

type PersonRowProps = { person: Person; pending: boolean; hasSections: boolean }

export function PersonRow({ person, pending, hasSections }: PersonRowProps) {
  const t = useTranslations('courses.roster')
  const { line, raw, fault, notes } = person
  const cell = (field: 'name' | 'email' | 'number') =>
    fault?.field === field ? <Mend key={`${line} ${field}`} person={person} field={field} /> : person[field]
  return (
    <>
      <tr id={`line-${line}`} data-faulty={fault ? '' : undefined}>
        <th scope="row" className={table.line}>
          {line}
        </th>
        <td className={table.raw}>{raw}</td>
        <td className={table.name}>
          {cell('name')}{' '}
          {notes.map((note) =>
            note === 'turned' ? null : (
              <span key={note} className={table.tag}>
                {t(`note.${note}`, { taken: person.taken ?? '' })}
              </span>
            ),
          )}
        </td>
        <td>{cell('email')}</td>
        <td className={table.number}>{cell('number')}</td>
        {hasSections ? <td>{person.section}</td> : null}
        <td className={table.acts}>
          {fault ? (
            <Acts line={line} fault={fault} pending={pending} />
          ) : (
            <OtherOrder person={person} pending={pending} />
          )}
        </td>
      </tr>
      {fault ? (
        <tr className={table.why} data-faulty="">
          <td />
          <td colSpan={hasSections ? 6 : 5}>
            <span id={`why-${line}`}>
              <ErrorText>{t(`fault.${fault.kind}`, wordsOf(line, fault, person.email))}</ErrorText>
            </span>
            {fault.kind === 'bad-email' && fault.usual !== null ? (
              <Button
                type="submit"
                name="step"
                value={`usual ${line} ${usualAddress(person.email, fault.usual)}`}
                kind="quiet"
                size="dense"
              >
                {t('usual', { email: usualAddress(person.email, fault.usual) })}
              </Button>
            ) : null}
          </td>
        </tr>
      ) : null}
    </>
  )
}

const usualAddress = (email: string, usual: string): string => `${email.split('@')[0] ?? ''}@${usual}`

function wordsOf(line: number, fault: Fault, email: string) {
  const other = 'line' in fault ? { other: fault.line, name: fault.name } : { other: 0, name: '' }
  const usual = (fault.kind === 'bad-email' ? fault.usual : null) ?? 'none'
  const most = fault.kind === 'long-name' ? fault.most : 0
  return { line, ...other, usual, most, ending: email.split('@')[1] || 'none' }
}

/** Sent when the field is left, so that the button's count is true before it is pressed. */
function Mend({ person, field }: { person: Person; field: 'name' | 'email' | 'number' }) {
  const t = useTranslations('courses.roster')
  const [typed, type] = useState(person[field])
  // Whoever leaves by the keyboard presses nothing yet, whatever button comes next.
  const byKey = useRef(false)
  return (
    <input
      className={table.mend}
      name={`${field}.${person.line}`}
      aria-label={t('mend', { field: t(field), line: person.line })}
      aria-invalid="true"
      aria-describedby={`why-${person.line}`}
      maxLength={300}
      autoComplete="off"
      value={typed}
      onChange={(event) => type(event.target.value)}
      onKeyDown={(event) => {
        byKey.current = event.key === 'Tab'
      }}
      onBlur={(event) => {
        const goesTo = event.relatedTarget
        // A button of this form that is pressed sends the field itself.
        const isSent = !byKey.current && goesTo instanceof HTMLButtonElement && goesTo.type === 'submit'
        byKey.current = false
        if (typed !== person[field] && !isSent) event.target.form?.requestSubmit()
      }}
    />
  )
}

/** For a name whose own order is not that of the list: most of a class may be turned round, and some not. */
function OtherOrder({ person: { line, otherOrder }, pending }: { person: Person; pending: boolean }) {
  const t = useTranslations('courses.roster')
  return otherOrder === null ? null : (
    <Button
      type="submit"
      name="step"
      value={`named ${line} ${otherOrder}`}
      kind="quiet"
      size="dense"
      busy={pending}
      aria-label={t('otherOrderLine', { name: otherOrder })}
    >
      {t('otherOrder')}
    </Button>
  )
}

function Acts({ line, fault, pending }: { line: number; fault: Fault; pending: boolean }) {
  const t = useTranslations('courses.roster')
  const isTwice = fault.kind === 'number-twice' || fault.kind === 'email-twice' || fault.kind === 'name-twice'
  return (
    <>
      {fault.field === 'email' ? (
        <Button type="submit" name="step" value={`plain ${line}`} size="dense" busy={pending}>
          {t('withoutEmail')}
        </Button>
      ) : null}
      <Button
        type="submit"
        name="step"
        value={`leave ${line}`}
        kind="quiet"
        size="dense"
        busy={pending}
        aria-label={isTwice ? t('isAgainLine', { line, other: fault.line }) : t('leaveOutLine', { line })}
      >
        {isTwice ? t('isAgain', { other: fault.line }) : t('leaveOut')}
      </Button>
    </>
  )
}
