// A seminar's statements and news as WebVTT (W3C), beside a recording that a school made itself: each cue names its office and runs while it
// was said. The entries come already limited to what the reader may read.

import { timeOfDay } from '#format/clock-time'
import { DAY_SECONDS } from '#simulation/kernel/time'
import type { Paragraph } from '#simulation/reading/transcript'
import { entryWords, type TranscriptContext } from './entry-words'

/** How long a cue is shown at least, in milliseconds: news and words that nobody timed. */
const SHOWN = 5000

type CaptionHead = {
  forWhom: string
  title: string
  lines: readonly string[]
  /** When the record begins, in milliseconds since 1970. */
  from: number
  /** When the recording began, on the clock of the course's zone (`14:05:00`); null: with the first entry of the record. */
  began: string | null
}

export function transcriptVtt(entries: readonly Paragraph[], head: CaptionHead, about: TranscriptContext): string {
  const { from, began } = head
  const start =
    began === null ? from : from + secondsBetween(timeOfDay(from, { timeZone: about.timeZone }), began) * 1000
  const cues = entries.flatMap((entry) => {
    if (entry.kind !== 'statement' && entry.kind !== 'news') return []
    const spoken = entry.kind === 'statement' ? entry.seconds * 1000 : 0
    const begin = entry.at - spoken - start
    const end = begin + Math.max(spoken, SHOWN)
    if (end <= 0) return []
    const { lead, text } = entryWords(entry, about)
    return [`${entry.no}\n${cueTime(Math.max(0, begin))} --> ${cueTime(end)}\n<v ${oneLine(lead ?? '')}>${lines(text)}`]
  })
  const note = ['NOTE', head.forWhom, ...head.lines].map(oneLine).join('\n')
  return `${[`WEBVTT ${oneLine(head.title)}`, note, ...cues].join('\n\n')}\n`
}

/** From one time of a day to another, in seconds, the shorter way round midnight. */
function secondsBetween(one: string, other: string): number {
  const seconds = (time: string) => {
    const [hours = 0, minutes = 0, rest = 0] = time.split(':').map(Number)
    return (hours * 60 + minutes) * 60 + rest
  }
  const day = DAY_SECONDS
  const apart = (((seconds(other) - seconds(one)) % day) + day) % day
  return apart > day / 2 ? apart - day : apart
}

function cueTime(ms: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const seconds = Math.floor(ms / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return `${two(hours)}:${two(minutes)}:${two(seconds % 60)}.${String(Math.floor(ms % 1000)).padStart(3, '0')}`
}

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const oneLine = (words: string) => escaped(words).replaceAll(/\s+/g, ' ').trim()
/** An empty line would end the cue. */
const lines = (words: string) =>
  escaped(words)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
