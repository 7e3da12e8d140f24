// The bar of the debrief page, with its print, and for staff the page for the projector.
import { useTranslations } from 'next-intl'
import { comparePath, debriefPath, stagePath } from '#paths'
import { PrintButton } from '#record/print-button'
import type { ActivityFrame } from '#simulation/reading/activity-frame'
import { LinkButton } from '#ui/controls/button'
import { ActivityBar } from '../../../_device/activity-bar'

type DebriefBarProps = {
  activityId: string
  frame: ActivityFrame | null
  room: string
  /** Whether it plays on from a moment of another table, beside which it is set. */
  compares: boolean
  /** Whether the reader may open the stage: staff, of a record that was played here. */
  steers: boolean
}

export function DebriefBar({ activityId, frame, room, compares, steers }: DebriefBarProps) {
  const t = useTranslations('debrief')
  return (
    <ActivityBar
      frame={frame}
      page="debrief"
      atTable={debriefPath}
      right={
        <>
          {compares ? (
            <LinkButton size="dense" href={comparePath(activityId)}>
              {t('compare')}
            </LinkButton>
          ) : null}
          {steers ? (
            <LinkButton size="dense" href={stagePath(room)} target={`stage-${room}`}>
              {t('stage')}
            </LinkButton>
          ) : null}
          <PrintButton />
        </>
      }
    />
  )
}
