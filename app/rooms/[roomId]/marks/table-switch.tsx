'use client'
// The menu in the bar that leads to the marks of the activity's other rooms.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { marksPath } from '#paths'
import { Select } from '#ui/select'

export function TableSwitch({ roomId, options }: { roomId: string; options: readonly { id: string; name: string }[] }) {
  const t = useTranslations('marks.bar')
  const router = useRouter()
  if (options.length < 2) return options[0]?.name
  return (
    <Select
      size="dense"
      aria-label={t('table')}
      value={roomId}
      onChoose={(value) => router.push(marksPath(value))}
      options={options.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
