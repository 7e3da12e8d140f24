'use client'
// The submit button of a form; busy from sending until the server has answered.
import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button'

export function SubmitButton({ busy, ...rest }: Omit<ComponentProps<typeof Button>, 'type'>) {
  const { pending } = useFormStatus()
  return <Button kind="primary" {...rest} type="submit" busy={busy || pending} />
}
