'use client'
// Keyboard shortcuts of a page. They are off while typing and in dialogs and menus; a focused control keeps Space, Enter and arrows.
import { useEffect, useLayoutEffect, useRef } from 'react'
import { tinykeys } from 'tinykeys'
import { actsWithOthers, useHintsHidden, useSingleKeys } from './single-keys'
import { AWAITS_HANDS, ELSEWHERE, FADING, TYPING } from './typing'

const PRESSABLE = 'button, a[href], input, label, summary, [role=tab]'

/** Pairs of a key, in the notation of tinykeys, and its action. */
export type Keys = readonly (readonly [key: string, act: () => void])[]

/** Keys that a focused control handles itself. */
const OWN_KEYS = new Set([' ', 'Enter', 'ArrowUp', 'ArrowDown'])

function mayAct(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false
  // Held keys repeat only for the arrows: a repeated grant or pause would act many times.
  if (event.repeat && !event.key.startsWith('Arrow')) return false
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest(`${TYPING}, ${ELSEWHERE}, ${AWAITS_HANDS}`)) return false
  // A second Enter by the hand that sent a form with the first is meant for no button of the page.
  return !(OWN_KEYS.has(event.key) && target?.closest(`${PRESSABLE}, ${FADING}`))
}

/** Binds the keys of a page; those that act alone only while they are switched on. */
export function useKeys(keys: Keys): void {
  const { on } = useSingleKeys()
  useHintsHidden(!on)
  const latest = useRef(keys)
  useLayoutEffect(() => {
    latest.current = keys
  })
  const names = keys.flatMap(([name]) => (on || actsWithOthers(name) ? [name] : [])).join('\n')
  // A layout effect, so that the keys work as soon as the page is painted.
  useLayoutEffect(() => {
    const bound = names.split('\n').map((name) => [
      name,
      (event: KeyboardEvent) => {
        if (!mayAct(event)) return
        event.preventDefault()
        latest.current.find(([key]) => key === name)?.[1]()
      },
    ])
    return names === '' ? undefined : tinykeys(window, Object.fromEntries(bound))
  }, [names])
}

/** For a page whose keys include Space and Enter: gives them back to the page after a control was pressed with the pointer. */
export function useKeysAfterPointer(): void {
  useEffect(() => {
    let pointed = false
    const press = () => {
      pointed = true
    }
    const type = () => {
      pointed = false
    }
    /** A menu closed with the pointer returns the focus to its button, which would then take Space and Enter from the desk. */
    const handBack = ({ target, relatedTarget }: FocusEvent) => {
      const left = relatedTarget instanceof Element && relatedTarget.closest(ELSEWHERE)
      if (pointed && left && target instanceof HTMLElement && target.hasAttribute('aria-haspopup')) target.blur()
    }
    window.addEventListener('click', giveBack)
    window.addEventListener('pointerdown', press, true)
    window.addEventListener('keydown', type, true)
    window.addEventListener('focusin', handBack)
    return () => {
      window.removeEventListener('click', giveBack)
      window.removeEventListener('pointerdown', press, true)
      window.removeEventListener('keydown', type, true)
      window.removeEventListener('focusin', handBack)
    }
  }, [])
}

/** Blurs a control pressed with the pointer, so that Space pauses the clock and does not press the control again. */
function giveBack(event: MouseEvent): void {
  if (event.detail === 0 || !(event.target instanceof Element) || event.target.closest(ELSEWHERE)) return
  const control = event.target.closest('button, input[type=checkbox], input[type=radio]')
  if (control instanceof HTMLElement && !control.hasAttribute('aria-haspopup')) control.blur()
}
