/** Where the hub is, and how requests to it look. */
export type HubAddress = {
  /** The hub, or the proxy in front of it: `https://hub.example`. A path is kept. */
  url: string
  /** Headers of each request, for a proxy that asks who comes; asked anew each time, so that tokens may change. */
  headers?: (() => Readonly<Record<string, string>>) | undefined
  /** After this long a request is given up and made again, ms. */
  timeoutMs: number
  /** Cuts off what is under way. */
  cut?: AbortSignal
}

/** An answer over HTTP whose body is JSON, or nothing that can be read. */
export type HubAnswer = { status: number; body: unknown; retryAfterMs: number | undefined }

/** Most bytes of an answer: that to a thousand events with all their faults is smaller. */
const mostAnswerBytes = 32 * 1024 * 1024
const longestWaitMs = 3_600_000

/** `Retry-After`, in seconds or as a date (RFC 9110, 10.2.3), ms. */
export const retryAfterMs = (header: string | null, now: number): number | undefined => {
  if (header === null) return undefined
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), longestWaitMs)
}

const bodyOf = async (response: Response): Promise<unknown> => {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.length
    if (bytes > mostAnswerBytes) return undefined
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * Makes a request; undefined where nothing answered, or the answer broke off. Redirects are not followed: what is sent is
 * personal, and goes where it was told to.
 */
export const request = async (
  { url, headers, timeoutMs, cut }: HubAddress,
  path: string,
  content?: { type: string; body: string },
): Promise<HubAnswer | undefined> => {
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}${path}`, {
      method: content ? 'POST' : 'GET',
      headers: { ...headers?.(), accept: 'application/json', ...(content && { 'content-type': content.type }) },
      body: content?.body ?? null,
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(cut ? [cut] : [])]),
    })
    const body = await bodyOf(response)
    const { status } = response
    return { status, body, retryAfterMs: retryAfterMs(response.headers.get('retry-after'), Date.now()) }
  } catch {
    return undefined
  }
}
