// Uploads a record's file and reports progress.
import { type BringNews, bringNews } from './bring-news'

export type Sending =
  | { kind: 'sending'; share: number }
  | { kind: 'judging'; rows: number }
  | { kind: 'ended'; news: Exclude<BringNews, { rows: number }> }
  | { kind: 'lost' }

/** XMLHttpRequest, because `fetch` reports no upload progress. */
export function sendRecord(address: string, file: File, tell: (sending: Sending) => void): void {
  const request = new XMLHttpRequest()
  request.open('POST', address)
  request.setRequestHeader('content-type', 'application/json')
  request.upload.onprogress = ({ loaded, total }) => tell({ kind: 'sending', share: total === 0 ? 1 : loaded / total })
  request.upload.onload = () => tell({ kind: 'judging', rows: 0 })
  request.onprogress = () => {
    const news = lastOf(request.responseText)
    if (news && 'rows' in news) tell({ kind: 'judging', rows: news.rows })
  }
  request.onload = () => {
    const news = request.status === 200 ? lastOf(request.responseText) : null
    tell(news && !('rows' in news) ? { kind: 'ended', news } : { kind: 'lost' })
  }
  request.onerror = () => tell({ kind: 'lost' })
  request.send(file)
}

/** The last complete line received so far, parsed. */
function lastOf(text: string): BringNews | null {
  const line = text.slice(0, text.lastIndexOf('\n')).split('\n').at(-1)
  if (!line) return null
  try {
    return bringNews.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}
