'use client'
// A participant's own action on the floor: to ask for it, to lower the hand, to yield it, or to put words on the record.
import { useTranslations } from 'next-intl'
import { useSingleKeys } from '#room/hooks/single-keys.ts'
import { holderName, type SeatView } from '#room/link/seat-view.ts'
import type { SeatFloor } from '#room/words/use-floor.ts'
import { INTENTS } from '#simulation/kernel/ids'
import { yieldsTo } from '#simulation/questions/floor'
import { Button } from '#ui/controls/button'
import { Menu } from '#ui/over/menu'
import { Popover } from '#ui/over/popover'
import { STATEMENT_FORM } from './composer'
import styles from './floor-action.module.css'

/** Marks the button that the key F presses, while single keys act. */
const useHandKey = () => (useSingleKeys().on ? ({ 'aria-keyshortcuts': 'F' } as const) : {})

type Again = NonNullable<SeatFloor['again']>

type FloorActionProps = {
  at: SeatView
  floor: SeatFloor
  dock?: boolean
  /** Drawn as a secondary button, where the page's main action is another. */
  second?: boolean
}

/** The student's action on the floor, as buttons for the strip or for a phone's dock. */
export function FloorAction({ at, floor, dock = false, second = false }: FloorActionProps) {
  const t = useTranslations('room.floor')
  const handKey = useHandKey()
  if (!floor.open) return null
  if (floor.holds) return <Holding at={at} floor={floor} />
  if (floor.hand) {
    return (
      <Button {...handKey} busy={floor.request.busy} onClick={() => void floor.request.ask({ type: 'lowerHand' })}>
        {t(dock ? 'lowerShort' : 'lower')}
      </Button>
    )
  }
  return (
    <>
      {floor.again ? <Again floor={floor} again={floor.again} second={second} /> : null}
      <Asking floor={floor} dock={dock} second={second} />
    </>
  )
}

/** One press for whoever asked before and was not called (F11). */
function Again({ floor, again, second }: { floor: SeatFloor; again: Again; second: boolean }) {
  const t = useTranslations('room.floor')
  const intents = useTranslations('record.intents')
  return (
    <Button kind={second ? 'plain' : 'primary'} icon="hand" busy={floor.request.busy} onClick={again.ask}>
      {t('again', { intent: intents(again.intent) })}
    </Button>
  )
}

function Asking({ floor, dock, second }: Required<Omit<FloorActionProps, 'at'>>) {
  const t = useTranslations('room.floor')
  const intents = useTranslations('room.intents')
  const handKey = useHandKey()
  const short = dock && (second || floor.again !== null)
  return (
    <Popover
      title={t('withIntent')}
      side={dock ? 'top' : 'bottom'}
      trigger={
        <Button
          {...handKey}
          kind={second || floor.again ? 'plain' : 'primary'}
          icon="hand"
          wide={dock && !second && !floor.again}
          {...(dock ? {} : { keys: 'F' })}
          {...(short ? { 'aria-label': t('ask') } : {})}
          busy={floor.request.busy}
        >
          {t(short ? 'askShort' : 'ask')}
        </Button>
      }
    >
      <ul className={styles.intents}>
        {INTENTS.map((intent) => (
          <li key={intent}>
            <Button kind="quiet" wide onClick={() => floor.askFor(intent)}>
              {intents(intent)}
            </Button>
          </li>
        ))}
      </ul>
    </Popover>
  )
}

function Holding({ at, floor }: { at: SeatView; floor: SeatFloor }) {
  const t = useTranslations('room.floor')
  const { state, seat } = at
  const others = yieldsTo(state, seat)
  const { ask, busy } = floor.request
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button busy={busy} {...(useSingleKeys().on ? ({ 'aria-keyshortcuts': 'Y' } as const) : {})}>
            {t('yield')}
          </Button>
        }
        items={[
          { label: t('yieldChair'), onSelect: () => void ask({ type: 'yieldFloor', to: null }) },
          ...(others.length > 0 ? [{ kind: 'divider' } as const] : []),
          ...others.map((other) => ({
            label: t('yieldTo', { name: holderName(at, other) ?? other.title, title: other.title }),
            onSelect: () => void ask({ type: 'yieldFloor', to: other.id }),
          })),
        ]}
      />
      <Button kind="primary" type="submit" form={STATEMENT_FORM}>
        {t('put')}
      </Button>
    </>
  )
}
