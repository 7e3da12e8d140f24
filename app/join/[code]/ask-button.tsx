'use client'
// The button that sends a join request under the typed name, with the fault of the last try.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorText } from '#ui/error-text'
import { SubmitButton } from '#ui/submit-button'
import { askToComeIn } from '../actions'
import { QueueLine } from '../queue-line'

type AskButtonProps = { code: string; name: string; place: string | null; isMine?: boolean; words: string }

export function AskButton({ code, name, place, isMine = false, words }: AskButtonProps) {
  const faults = useTranslations('join.name.fault')
  const [{ fault, queue }, ask] = useActionState(askToComeIn, { attempt: 0, name, fault: null, queue: null })
  return (
    <form action={ask}>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="name" value={name} />
      {place === null ? null : <input type="hidden" name="place" value={place} />}
      {isMine ? <input type="hidden" name="mine" value="yes" /> : null}
      {fault ? (
        <p role="alert">
          <ErrorText>{faults(fault)}</ErrorText>
        </p>
      ) : null}
      {queue ? <QueueLine {...queue} /> : null}
      <SubmitButton kind="plain" wide>
        {words}
      </SubmitButton>
    </form>
  )
}
