'use client'
// The server's time as React state. Call it in the smallest component that shows it, which re-renders on every tick.
import { useCallback, useState, useSyncExternalStore } from 'react'

/** The time from `now`, read every `everyMs` milliseconds at multiples of it. All screens that read the same clock tick together, in one drawing. */
export function useNow(now: () => number, everyMs = 250): number {
  const [first] = useState(now)
  const subscribe = useCallback((tick: () => void) => tickerOf(now, everyMs).attach(tick), [now, everyMs])
  return useSyncExternalStore(
    subscribe,
    () => tickerOf(now, everyMs).time ?? first,
    () => first,
  )
}

const tickers = new WeakMap<() => number, Map<number, Ticker>>()

function tickerOf(now: () => number, everyMs: number): Ticker {
  const known = tickers.get(now) ?? new Map<number, Ticker>()
  tickers.set(now, known)
  const ticker = known.get(everyMs) ?? new Ticker(now, everyMs)
  known.set(everyMs, ticker)
  return ticker
}

class Ticker {
  /** The last reading; null before anybody reads it, and after all have gone. */
  time: number | null = null
  readonly #now: () => number
  readonly #everyMs: number
  readonly #readers = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(now: () => number, everyMs: number) {
    this.#now = now
    this.#everyMs = everyMs
  }

  attach(reader: () => void): () => void {
    this.#readers.add(reader)
    if (this.#readers.size === 1) {
      document.addEventListener('visibilitychange', this.#tick)
      this.#tick()
    }
    return () => {
      this.#readers.delete(reader)
      if (this.#readers.size > 0) return
      clearTimeout(this.#timer)
      document.removeEventListener('visibilitychange', this.#tick)
      this.time = null
    }
  }

  readonly #tick = (): void => {
    clearTimeout(this.#timer)
    const read = this.#now()
    this.time = read
    for (const reader of [...this.#readers]) reader()
    const wait = this.#everyMs - (read % this.#everyMs) + 1
    if (document.visibilityState === 'visible') this.#timer = setTimeout(this.#tick, wait)
  }
}
