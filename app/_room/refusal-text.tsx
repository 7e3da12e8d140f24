// A refused request near its control, heard when it appears. It must not know what was asked.
import { ErrorText } from '#ui/error-text'

export function RefusalText({ children }: { children: string | null }) {
  return <div role="status">{children === null ? null : <ErrorText>{children}</ErrorText>}</div>
}
