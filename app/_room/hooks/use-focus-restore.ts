'use client'
// Keeps the place of a keyboard user: when the focused control disappears because pressing it changed the room, the focus moves to the
// control that took its place. Without this it would fall back to the start of the page. Whoever was typing in it is given no other field
// and no button: the rest of their word would be typed there, into another delegation's caucus after a move.
import { type RefObject, useEffect } from 'react'
import { awaitHands, TYPING } from './typing'

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/** An element's position: each ancestor with the child's index in it, innermost first. */
type DomPosition = readonly { parent: Element; index: number }[]

function placeOf(element: Element, root: Element): DomPosition {
  const places: { parent: Element; index: number }[] = []
  for (let child = element; child !== root; ) {
    const parent = child.parentElement
    if (!parent) break
    places.push({ parent, index: [...parent.children].indexOf(child) })
    child = parent
  }
  return places
}

const isSeen = (element: Element): boolean => element.getClientRects().length > 0

/** The first focusable element at that position or after it, else before it, searching outwards. */
function heirOf(place: DomPosition): HTMLElement | null {
  for (const { parent, index } of place) {
    if (!parent.isConnected) continue
    const children = [...parent.children]
    for (const child of [...children.slice(index), ...children.slice(0, index).reverse()]) {
      const found = [child, ...child.querySelectorAll(FOCUSABLE)].find((one) => one.matches(FOCUSABLE) && isSeen(one))
      if (found instanceof HTMLElement) return found
    }
    if (parent instanceof HTMLElement && parent.matches(FOCUSABLE)) return parent
  }
  return null
}

/** Gives the focus to what surrounded the field, where letters do nothing and Tab goes on from that place. */
function awaitHandsAt(place: DomPosition): void {
  const around = place.find(({ parent }) => parent.isConnected)?.parent
  if (around instanceof HTMLElement) awaitHands(around)
}

/** Keys by which a person leaves a field or sends what is in it: then the control that follows is what they want. */
const DONE = new Set(['Enter', 'Escape', 'Tab'])

/** Watches everything under `root`, for keyboard users only: with a pointer no focus needs to be kept. */
export function useFocusRestore(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const within = root.current
    if (!within) return
    let last: Element | null = null
    let place: DomPosition = []
    let byKeys = false
    let typed = false
    const pressed = ({ key, target }: KeyboardEvent) => {
      byKeys = true
      typed = !DONE.has(key) && target instanceof Element && target.matches(TYPING)
    }
    const pointed = () => {
      byKeys = false
      typed = false
    }
    const came = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      last = target
      place = placeOf(target, within)
    }
    /** The focus was moved away on purpose, so nothing is restored. A removed element is no longer connected when this runs. */
    const left = ({ target, relatedTarget }: FocusEvent) =>
      queueMicrotask(() => {
        if (relatedTarget === null && target === last && last?.isConnected) last = null
      })
    const changed = new MutationObserver(() => {
      if (!byKeys || last === null || last.isConnected || document.activeElement !== document.body) return
      last = null
      if (typed) awaitHandsAt(place)
      else heirOf(place)?.focus()
    })
    // The whole page is observed: a menu that held the focus is drawn outside `root`.
    changed.observe(document.body, { childList: true, subtree: true })
    within.addEventListener('focusin', came)
    within.addEventListener('focusout', left)
    window.addEventListener('keydown', pressed, true)
    window.addEventListener('pointerdown', pointed, true)
    return () => {
      changed.disconnect()
      within.removeEventListener('focusin', came)
      within.removeEventListener('focusout', left)
      window.removeEventListener('keydown', pressed, true)
      window.removeEventListener('pointerdown', pointed, true)
    }
  }, [root])
}
