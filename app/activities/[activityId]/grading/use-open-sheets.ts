'use client'
// Says to the server whose sheet is open here, for as long as it is, and hears whose sheets others have open.
import { useEffect, useRef, useState } from 'react'
import { openSheetsPath } from '#paths'
import { type OpenSheet, openSheets, SAYS_EVERY_MS } from '#simulation/wire/open-sheets'

/** Everybody else who has a sheet of this activity open. `open` is the student whose sheet this page shows. */
export function useOpenSheets(activityId: string, open: string | null): readonly OpenSheet[] {
  const [others, setOthers] = useState<readonly OpenSheet[]>([])
  const left = useRef<string | null>(null)
  useEffect(() => {
    let isHere = true
    const says = async () => {
      // Once: a second page of the same grader may have it open.
      const gone = left.current === open ? null : left.current
      left.current = null
      const heard = await say(activityId, { open, left: gone })
      if (heard && isHere) setOthers(heard)
    }
    const again = () => void says()
    again()
    const saying = setInterval(again, SAYS_EVERY_MS)
    const leaves = () => void say(activityId, { open: null, left: open })
    window.addEventListener('pagehide', leaves)
    return () => {
      isHere = false
      left.current = open
      clearInterval(saying)
      window.removeEventListener('pagehide', leaves)
    }
  }, [activityId, open])
  useEffect(() => () => void say(activityId, { open: null, left: left.current }), [activityId])
  return others
}

/** Null where the server did not answer: what was heard before stays. Nobody for whom the activity is not theirs any more. */
const say = (activityId: string, said: { open: string | null; left: string | null }) =>
  fetch(openSheetsPath(activityId), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(said),
    // Lets the last word arrive while the page is being closed.
    keepalive: true,
  })
    .then(async (answer) => (answer.ok ? openSheets.parse(await answer.json()) : answer.status === 404 ? [] : null))
    .catch(() => null)
