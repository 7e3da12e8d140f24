/** What somebody types who hopes that a page will run it. Each, if it ran, would set `window.ran`. */

const RUN = 'window.ran=1'
const WAYS: readonly ((code: string) => string)[] = [
  (code) => `<script>${code}</script>`,
  (code) => `</script><script>${code}</script>`,
  (code) => `<img src=x onerror=${code}>`,
  (code) => `"><img src=x onerror="${code}">`,
  (code) => `'><svg onload='${code}'>`,
  (code) => `<svg><animate onbegin=${code} attributeName=x>`,
  (code) => `<body onload=${code}>`,
  (code) => `<iframe srcdoc="<script>parent.${code}</script>">`,
  (code) => `<details open ontoggle=${code}>`,
  (code) => `<a href="javascript:${code}">x</a>`,
  (code) => `javascript:${code}`,
  (code) => `[x](javascript:${code})`,
  (code) => `<style>@import "javascript:${code}"</style>`,
  (code) => `<math href="javascript:${code}">x</math>`,
  (code) => `{{constructor.constructor('${code}')()}}`,
  (code) => `\${${code}}`,
  (code) => `--><script>${code}</script>`,
  (code) => `]]><script>${code}</script>`,
  (code) => `\\u003cscript\\u003e${code}\\u003c/script\\u003e`,
  (code) => `&lt;script&gt;${code}&lt;/script&gt;`,
]
/** Each makes another text of every payload, also where it holds nothing to disguise. */
const GUISES: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `<B>${payload.toUpperCase().replaceAll('WINDOW.RAN', 'window.ran')}`,
  (payload) => `\t${payload.replaceAll('<', '<\t').replaceAll('=', ' =')}`,
  (payload) => `\u200b${payload.replaceAll('script', 'scr\u200bipt')}`,
  (payload) => `＜b＞${payload.replaceAll('<', '＜')}`,
  (payload) => `<b/>${payload.replaceAll(' ', '/')}`,
  (payload) => `\`${payload.replaceAll('"', '`')}`,
  (payload) => `\u202e${payload}`,
  (payload) => `\u2028${payload}\u2029`,
  (payload) => `"}]);${payload}//`,
]

/** Twenty ways in ten guises. */
export const PAYLOADS: readonly string[] = GUISES.flatMap((guise) => WAYS.map((way) => guise(way(RUN))))
