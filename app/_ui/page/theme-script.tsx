'use client'
// Sets the theme on the root before the first paint: the reader's choice from the cookie, else the system's, and follows the system while
// no choice is made. The script runs before React, so it cannot import anything. It also tells zod, before any of it is loaded, not to
// try whether it may make code out of text: the page's policy forbids that, and the browser reports the try.
import { useEffect } from 'react'

const SCRIPT = `(function(){
globalThis.__zod_globalConfig={jitless:true};
var root=document.documentElement,dark=matchMedia('(prefers-color-scheme: dark)');
function set(){var chosen=/(?:^|; )theme=(light|dark)/.exec(document.cookie);root.dataset.theme=chosen?chosen[1]:dark.matches?'dark':'light'}
set();dark.addEventListener('change',set);
})()`

/** Does the same as the script, for a root that React recreated after hydration failed: there the script never ran. */
function mendTheme(): void {
  const root = document.documentElement
  if (root.dataset.theme) return
  const chosen = /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1]
  root.dataset.theme = chosen ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
}

export function ThemeScript({ nonce }: { nonce?: string | undefined }) {
  useEffect(mendTheme, [])
  const onServer = typeof window === 'undefined'
  // The browser hides a script's nonce from the page, and a script made by React in the browser would not run: there it is inert.
  return (
    <script
      nonce={onServer ? nonce : ''}
      type={onServer ? undefined : 'application/json'}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the text is the constant above
      dangerouslySetInnerHTML={{ __html: SCRIPT }}
    />
  )
}
