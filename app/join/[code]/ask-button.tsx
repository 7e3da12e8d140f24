'use client'
// The button that sends a join request under the typed name, with the fault of the last try.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorText } from '#ui/error-text'
import { SubmitButton } from '#ui/submit-button'
import { askToComeIn } from '../actions'
import { QueueLine } from '../queue-line'

export function AskButton({ code, name, words }: { code: string; name: string; words: string }) {
  const faults = useTranslations('join.name.fault')
  const [{ fault, queue }, ask] = useActionState(askToComeIn, { attempt: 0, name, fault: null, queue: null })
  return (
    <form action={ask}>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="name" value={name} />
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
