// Where to go after signing in: only ever a page of this site, so that a link cannot send somebody elsewhere.

export function localPath(wanted: string | undefined): string {
  if (!wanted || !/^\/(?![/\\])/.test(wanted)) return '/courses'
  const url = new URL(wanted, 'http://here.invalid')
  return url.host === 'here.invalid' ? `${url.pathname}${url.search}` : '/courses'
}
