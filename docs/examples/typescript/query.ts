// Asks for one file, and pages through its timeline. The answer's types come from the query and the schema, by gql.tada.
//   echo 430302196803142018 | HUB_URL=http://127.0.0.1:4000 node docs/examples/typescript/query.ts
import { readFileSync } from 'node:fs'
import type { ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada'
import { print } from 'graphql'
import { graphql, url } from './client.ts'

/** Asks the hub; throws the code of a refusal. */
const ask = async <Document extends TadaDocumentNode<unknown, never>>(
  document: Document,
  variables: VariablesOf<Document>,
): Promise<ResultOf<Document>> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      'graphql-client-name': 'example-typescript',
    },
    body: JSON.stringify({ query: print(document), variables }),
  })
  const { data, errors } = (await response.json()) as {
    data?: ResultOf<Document>
    errors?: { message: string; extensions: { code: string } }[]
  }
  if (errors) throw new Error(`${errors[0]!.extensions.code}: ${errors[0]!.message}`)
  return data!
}

const file = graphql(`
  query File($who: CitizenNumber!, $after: String) {
    veteran(by: { citizenNumber: $who }) {
      identity {
        name {
          value
          visibility
          source {
            department {
              titleZh
            }
          }
        }
      }
      timeline(first: 2, after: $after) {
        nodes {
          titleZh
          occurredAt
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

/** Prints a page of the timeline, the name before the first; the cursor of the next page, or null after the last. */
const printPage = async (who: string, after: string | null): Promise<string | null> => {
  const { veteran } = await ask(file, { who, after })
  if (!veteran) throw new Error('there is no such file')
  const { name } = veteran.identity
  if (after === null) console.log(`${name.value ?? name.visibility} (${name.source?.department.titleZh})`)
  for (const event of veteran.timeline.nodes) console.log(`${event.occurredAt} ${event.titleZh}`)
  const { hasNextPage, endCursor } = veteran.timeline.pageInfo
  return hasNextPage ? endCursor : null
}

// A citizen number is read from standard input, so that it stands in no command line.
const who = readFileSync(0, 'utf8').trim()
for (let after = await printPage(who, null); after !== null; ) after = await printPage(who, after)
