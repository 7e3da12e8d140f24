/** Stands where Next stands in the frozen server, which nobody asks for a page. */
import type { ServerResponse } from 'node:http'

const none = () => ({
  prepare: async () => undefined,
  close: async () => undefined,
  getRequestHandler: () => async (_: unknown, response: ServerResponse) => void response.writeHead(501).end(),
})
export default none
