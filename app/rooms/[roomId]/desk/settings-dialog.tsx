'use client'
// All settings of a table in one dialog: who gives the floor, what runs by itself, what the projector and the record show, who may sit down.
import { useTranslations } from 'next-intl'
import { isOver } from '#simulation/reading/room/notices'
import { Checkbox } from '#ui/controls/checkbox'
import { Segmented } from '#ui/controls/segmented'
import { Dialog } from '#ui/over/dialog'
import { AgendaList } from './agenda-list'
import { isHomework } from './faces/chair-steps'
import type { DeskView } from './scoring/desk-view'
import styles from './settings-dialog.module.css'
import { StageChoice } from './stage-choice'

type SettingsDialogProps = {
  desk: DeskView
  open: boolean
  onOpenChange: (open: boolean) => void
  caucuses: boolean
  onCaucuses: (caucuses: boolean) => void
}

export function SettingsDialog({ desk, open, onOpenChange, caucuses, onCaucuses }: SettingsDialogProps) {
  const t = useTranslations('desk')
  const { state, ask } = desk
  const { agenda, floor, understudiesWait } = state.autopilot
  const runs = !isHomework(state) && state.agenda.status !== 'finished'
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('settings.title')} width="wide">
      <div className={styles.settings}>
        <div className="fields">
          {runs ? (
            <>
              <p aria-hidden="true">{t('autopilot.floor')}</p>
              <Segmented
                label={t('autopilot.floor')}
                value={floor}
                onValueChange={(value) => void ask({ type: 'setAutopilot', agenda, floor: value })}
                options={[
                  { value: 'off', label: t('autopilot.off') },
                  { value: 'in-order', label: t('autopilot.in-order') },
                  { value: 'least-heard', label: t('autopilot.least-heard') },
                ]}
              />
              <Checkbox
                checked={agenda}
                onChange={(event) => void ask({ type: 'setAutopilot', agenda: event.target.checked, floor })}
              >
                {t('autopilot.agenda')}
              </Checkbox>
              {state.plan.understudies ? (
                <Checkbox
                  checked={understudiesWait}
                  onChange={(event) =>
                    void ask({ type: 'setAutopilot', agenda, floor, understudiesWait: event.target.checked })
                  }
                >
                  {t('autopilot.understudies')}
                </Checkbox>
              ) : null}
              {state.plan.understudies && desk.listens ? <p className="note">{t('autopilot.listens')}</p> : null}
            </>
          ) : null}
          <StageChoice desk={desk} />
          <Checkbox checked={caucuses} onChange={(event) => onCaucuses(event.target.checked)}>
            {t('settings.caucuses')}
          </Checkbox>
          {isOver(state) ? null : <SeatLock desk={desk} />}
        </div>
        <AgendaList desk={desk} />
      </div>
    </Dialog>
  )
}

/** The switch that locks the seats, while there are talks to sit at. */
function SeatLock({ desk: { state, ask } }: { desk: DeskView }) {
  const t = useTranslations('desk.delegations')
  return (
    <div>
      <Checkbox
        checked={state.seatingLocked}
        onChange={(event) => void ask({ type: 'lockSeating', locked: event.target.checked })}
      >
        {t('lock')}
      </Checkbox>
      {state.seatingLocked || state.plan.seating === undefined ? null : (
        <p className="hint">{t(state.agenda.status === 'lobby' ? 'startLocks' : 'startedLocks')}</p>
      )}
    </div>
  )
}
