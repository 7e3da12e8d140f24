// Sets the theme on the root before the first paint: the reader's choice from the cookie, else the system's, and follows
// the system while no choice is made. It runs before React and must not import anything.

const SCRIPT = `(function(){
var root=document.documentElement,dark=matchMedia('(prefers-color-scheme: dark)');
function set(){var chosen=/(?:^|; )theme=(light|dark)/.exec(document.cookie);root.dataset.theme=chosen?chosen[1]:dark.matches?'dark':'light'}
set();dark.addEventListener('change',set);
})()`

export function ThemeScript({ nonce }: { nonce?: string | undefined }) {
  // The browser hides a script's nonce from the page, so hydration would compare it with an empty string.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the text is the constant above
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: SCRIPT }} />
}
