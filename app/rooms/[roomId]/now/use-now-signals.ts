'use client'
// What "now" tells beyond the page: the document's title, and, when the floor becomes mine or I am next, a short vibration where the
// device has one and a tone if it was switched on. Nothing here moves the focus.
import { useEffect, useRef } from 'react'
import * as z from 'zod/mini'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'
import type { PersonId } from '#simulation/kernel/ids'
import type { Now } from '#simulation/reading/talk/now'
import { type Signal, signalOf } from './signal'
import { makeTone, type Tone } from './tone'

const onOff = z.boolean()
/** Lengths of vibration and of the pauses between, in milliseconds. */
const BUZZ = { floor: [180, 90, 180], openNext: [120], next: [120] }

export type Sound = { on: boolean; turn: () => void }

/** The switch of the tone, kept on this device for this person. */
function useSound(person: PersonId, tone: Tone): Sound {
  const [on, set] = useLocalStorage({ roomId: 'device', person }, 'sound', onOff, false)
  useEffect(() => {
    if (!on) return
    const touched = () => tone.arm()
    window.addEventListener('pointerdown', touched)
    window.addEventListener('keydown', touched)
    return () => {
      window.removeEventListener('pointerdown', touched)
      window.removeEventListener('keydown', touched)
    }
  }, [on, tone])
  return {
    on,
    turn: () => {
      tone.arm()
      if (!on) tone.play('next')
      set(!on)
    },
  }
}

/** Gives the signals of `now`, sets the title of the page, and returns what is to be announced and the switch of the tone. */
export function useNowSignals(person: PersonId, now: Now, title: string): { signal: Signal | null; sound: Sound } {
  const tone = useRef<Tone>(null)
  tone.current ??= makeTone()
  const sound = useSound(person, tone.current)
  const signal = signalOf(now)
  useEffect(() => {
    const before = document.title
    document.title = title
    return () => {
      document.title = before
    }
  }, [title])
  // A page that is opened while the floor is mine already says so in words; only a change is signalled.
  const last = useRef(signal)
  const { on } = sound
  useEffect(() => {
    if (last.current === signal) return
    last.current = signal
    if (signal === null) return
    if (on) tone.current?.play(signal === 'floor' ? 'floor' : 'next')
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    if (!still && 'vibrate' in navigator) navigator.vibrate(BUZZ[signal])
  }, [signal, on])
  return { signal, sound }
}
