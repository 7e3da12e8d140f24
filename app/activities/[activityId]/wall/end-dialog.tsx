'use client'
// Asks before what no undo takes back: opening the records to the class, and closing them for good.
import { useTranslations } from 'next-intl'
import type { ActivityRoom } from '#room/activity-view.ts'
import { reachOf } from '#simulation/reading/chair-acts'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { useTableNames } from './act-outcome'
import type { Acts } from './use-acts'

type EndDialogProps = { kind: 'unseal' | 'close'; rooms: readonly ActivityRoom[]; acts: Acts; onClose: () => void }

export function EndDialog({ kind, rooms, acts, onClose }: EndDialogProps) {
  const t = useTranslations('wall.end')
  const names = useTableNames()
  const reached = reachOf({ kind }, rooms)
  return (
    <Dialog
      open
      alert
      onOpenChange={(open) => open || onClose()}
      title={t(`${kind}.title`, { where: names(reached) })}
      description={t(`${kind}.text`)}
      actions={
        <>
          <Button
            kind="danger"
            onClick={() => {
              void acts.run({ kind }, reached)
              onClose()
            }}
          >
            {t(`${kind}.go`, { count: reached.length })}
          </Button>
          <Button onClick={onClose}>{t('keep')}</Button>
        </>
      }
    />
  )
}
