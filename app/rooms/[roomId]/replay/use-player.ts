'use client'
// The state of the replay's player: position, whether it runs, and its pace.
import { useCallback, useEffect, useRef, useState } from 'react'

export const PACES = [1, 2, 5, 10, 30] as const
export type Pace = (typeof PACES)[number]

/** Ten steps a second look smooth for digits and text. */
const TICK_MS = 100

export type Player = {
  at: number
  isPlaying: boolean
  pace: Pace
  setPace: (pace: Pace) => void
  toggle: () => void
  /** Jumps to a position; a running player runs on. */
  seek: (at: number) => void
}

export function usePlayer(length: number, startsAt: number): Player {
  const [at, move] = useState(startsAt)
  const [isPlaying, play] = useState(false)
  const [pace, setPace] = useState<Pace>(10)
  const last = useRef(0)
  useEffect(() => {
    if (!isPlaying) return
    last.current = performance.now()
    const ticking = setInterval(() => {
      const now = performance.now()
      const passed = (now - last.current) * pace
      last.current = now
      move((before) => Math.min(length, before + passed))
    }, TICK_MS)
    return () => clearInterval(ticking)
  }, [isPlaying, pace, length])
  useEffect(() => {
    if (at >= length) play(false)
  }, [at, length])
  const toggle = useCallback(() => {
    play((before) => !before)
    // At the end, play restarts from the beginning.
    move((before) => (before >= length ? 0 : before))
  }, [length])
  const seek = useCallback((to: number) => move(Math.min(length, Math.max(0, to))), [length])
  return { at: Math.min(at, length), isPlaying, pace, setPace, toggle, seek }
}
