'use client'
// The live stage: joins the room as a stage, handles its keys, and hides a resting pointer. The drawing is done by StageView.
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { signInPath, stagePath } from '#paths'
import { useRoom } from '#room/link/use-room.ts'
import { LinkButton } from '#ui/controls/button'
import { ErrorState } from '#ui/page/empty-state'
import { type ClosingChoice, looksBack } from './stage-scene'
import { StageView } from './stage-view'

const REST_MS = 3_000
const WHY = {
  'signed-out': 'refused.signedOut',
  'not-found': 'refused.notFound',
  'taken-away': 'refused.takenAway',
  'made-by-newer': 'refused.madeByNewer',
  'too-many': 'refused.tooMany',
} as const

/** `isReachable`: phones can open the address that is shown. */
type StageScreenProps = { roomId: string; questions: readonly string[]; isReachable: boolean }

export function StageScreen({ roomId, questions, isReachable }: StageScreenProps) {
  const t = useTranslations('stage')
  const view = useRoom(roomId, { as: 'stage' })
  const { wanted, place } = useKeys(view.state !== null && looksBack(view.state), questions.length)
  const resting = useRest()
  if (view.connection.kind === 'refused' || view.connection.kind === 'removed') {
    const why = view.connection.kind === 'refused' ? view.connection.why : 'not-found'
    const again = signInPath(stagePath(roomId))
    return (
      <main id="main">
        <ErrorState
          level={1}
          title={t('refused.title')}
          action={why === 'signed-out' ? <LinkButton href={again}>{t('refused.signIn')}</LinkButton> : undefined}
        >
          {t(WHY[why])}
        </ErrorState>
      </main>
    )
  }
  return (
    <StageView view={view} wanted={wanted} asked={{ questions, place }} resting={resting} isReachable={isReachable} />
  )
}

/**
 * F toggles full screen. At the close, G shows the gap, T the joint text, and the arrows (or the page keys of a presenter) the questions: the
 * first press returns to the last question shown, the next ones move on.
 */
function useKeys(atClose: boolean, questions: number): { wanted: ClosingChoice; place: number } {
  const [wanted, setWanted] = useState<ClosingChoice>(null)
  const [place, setPlace] = useState(0)
  useEffect(() => {
    const turn = (by: 1 | -1) => {
      if (!atClose) return
      setWanted('questions')
      if (wanted === null || wanted === 'questions') setPlace((at) => Math.max(0, Math.min(questions - 1, at + by)))
    }
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      switch (event.key.toLowerCase()) {
        case 'f':
          void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())
          break
        case 'g':
          setWanted('gap')
          break
        case 't':
          setWanted('issued')
          break
        case 'arrowright':
        case 'pagedown':
          turn(1)
          break
        case 'arrowleft':
        case 'pageup':
          turn(-1)
          break
        default:
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [atClose, questions, wanted])
  return { wanted, place }
}

/** Whether the pointer has not moved for a while. */
function useRest(): boolean {
  const [resting, setResting] = useState(false)
  useEffect(() => {
    let timer = setTimeout(() => setResting(true), REST_MS)
    const wake = () => {
      clearTimeout(timer)
      setResting(false)
      timer = setTimeout(() => setResting(true), REST_MS)
    }
    document.addEventListener('pointermove', wake)
    document.addEventListener('pointerdown', wake)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointermove', wake)
      document.removeEventListener('pointerdown', wake)
    }
  }, [])
  return resting
}
