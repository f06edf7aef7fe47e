// Follows what is recorded, and misses nothing: the cursor of the last payload is kept in a file, and the next start,
// or the next connection, goes on behind it.
//   HUB_URL=http://127.0.0.1:4000 CURSOR_FILE=./cursor node docs/examples/typescript/follow.ts
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ResultOf } from 'gql.tada'
import { print } from 'graphql'
import { graphql, url } from './client.ts'

const recorded = graphql(`
  subscription Recorded($after: String) {
    recordedEvents(after: $after) {
      cursor
      events {
        titleZh
        occurredAt
      }
    }
  }
`)

type Payload = {
  data?: ResultOf<typeof recorded>
  errors?: { message: string; extensions: { code: string } }[]
}

const cursorFile = process.env.CURSOR_FILE ?? './cursor'
const keptCursor = (): string | null => {
  try {
    return readFileSync(cursorFile, 'utf8')
  } catch {
    return null
  }
}
/** Keeps a cursor once its payload is worked off; a kill in between leaves the old one, never half of a new one. */
const keepCursor = (cursor: string) => {
  writeFileSync(`${cursorFile}.new`, cursor)
  renameSync(`${cursorFile}.new`, cursorFile)
}

/** One connection's payloads, until it ends. */
async function* payloads(after: string | null): AsyncGenerator<Payload> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      'graphql-client-name': 'example-follow',
    },
    body: JSON.stringify({ query: print(recorded), variables: { after } }),
  })
  if (!response.body) return
  let rest = ''
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const messages = (rest + text).split('\n\n')
    rest = messages.pop() ?? ''
    for (const message of messages) {
      const data = /^data: (.+)$/m.exec(message)?.[1]
      if (data) yield JSON.parse(data) as Payload
    }
  }
}

for (;;) {
  try {
    for await (const { data, errors } of payloads(keptCursor())) {
      if (errors) console.error(`${errors[0]!.extensions.code}: ${errors[0]!.message}`)
      if (!data) continue
      for (const event of data.recordedEvents.events) console.log(`${event.occurredAt} ${event.titleZh}`)
      keepCursor(data.recordedEvents.cursor)
    }
  } catch {
    // The hub is away for a moment; the cursor says where to go on.
  }
  await sleep(500)
}
