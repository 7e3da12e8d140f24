// Why a request was refused, shown near its control and announced to screen readers when it appears.
import { ErrorText } from '#ui/controls/error-text'

export function RefusalText({ children }: { children: string | null }) {
  return <div role="status">{children === null ? null : <ErrorText>{children}</ErrorText>}</div>
}
