'use client'
// Asks before what no undo takes back: opening the records to the class, and closing them for good.
import { useTranslations } from 'next-intl'
import type { ActivityRoom } from '#room/link/activity-view.ts'
import { reachOf } from '#simulation/reading/talk/chair-acts'
import { useTableNames } from './act-outcome'
import { AskingDialog } from './asking-dialog'
import type { Acts } from './use-acts'

type EndDialogProps = { kind: 'unseal' | 'close'; rooms: readonly ActivityRoom[]; acts: Acts; onClose: () => void }

export function EndDialog({ kind, rooms, acts, onClose }: EndDialogProps) {
  const t = useTranslations('wall.end')
  const names = useTableNames()
  const reached = reachOf({ kind }, rooms)
  return (
    <AskingDialog
      title={t(`${kind}.title`, { where: names(reached) })}
      description={t(`${kind}.text`, { count: reached.length })}
      go={t(`${kind}.go`, { count: reached.length })}
      keep={t('keep')}
      onGo={() => void acts.run({ kind }, reached)}
      onClose={onClose}
    />
  )
}
