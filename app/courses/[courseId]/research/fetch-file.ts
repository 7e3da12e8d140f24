// Has a research file made, tells how far it is, and saves it with the downloads.
import { MINUTE_MS } from '#simulation/kernel/time'
import { type ResearchNews, researchNews } from './research-news'

export type Making =
  | { kind: 'making'; done: number; of: number }
  | { kind: 'made' }
  | Extract<ResearchNews, { fault: string }>

export async function fetchFile(address: string, tell: (making: Making) => void, stop: AbortSignal): Promise<void> {
  try {
    const answer = await fetch(address, { signal: stop })
    const lines = answer.ok ? answer.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined
    if (!lines) return tell({ fault: 'lost' })
    const take = (line: string) => {
      const news = researchNews.parse(JSON.parse(line))
      if ('zip' in news) {
        save(news)
        tell({ kind: 'made' })
      } else tell('fault' in news ? news : { kind: 'making', ...news })
      return !('done' in news)
    }
    let ended = false
    let text = ''
    for (let piece = await lines.read(); !piece.done; piece = await lines.read()) {
      text += piece.value
      if (!piece.value.includes('\n')) continue
      const whole = text.split('\n')
      text = whole.pop() ?? ''
      for (const line of whole) ended = take(line)
    }
    if (!ended) tell({ fault: 'lost' })
  } catch {
    if (!stop.aborted) tell({ fault: 'lost' })
  }
}

function save({ zip, name }: { zip: string; name: string }): void {
  const bytes = Uint8Array.from(atob(zip), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), MINUTE_MS)
}
