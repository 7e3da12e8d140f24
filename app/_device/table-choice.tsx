'use client'
// Leads from a page of one table to the same page of another.
import { useRouter } from 'next/navigation'
import { Select } from '#ui/controls/select'

type TableChoiceProps = { label: string; value: string; options: readonly { value: string; label: string }[] }

/** The values are addresses. */
export function TableChoice({ label, value, options }: TableChoiceProps) {
  const router = useRouter()
  return (
    <Select
      size="dense"
      aria-label={label}
      value={value}
      onChoose={(address) => router.push(address)}
      options={options}
    />
  )
}
