import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  executeSubscriptionEvent,
  Kind,
  mapSourceToResponseEvent,
  type ValidatedSubscriptionArgs,
  validateSubscriptionArgs,
  visit,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'

type Result = ReturnType<typeof executeSubscriptionEvent>

/**
 * The variables that the answer to a payload depends on: those used below the root field. The arguments of the root
 * field only choose which payloads come.
 */
const variablesBelow = (document: DocumentNode): readonly string[] => {
  const variables = new Set<string>()
  const collect = { Variable: ({ name }: { name: { value: string } }) => void variables.add(name.value) }
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) visit(definition, collect)
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    for (const root of definition.selectionSet.selections) {
      if (root.kind === Kind.FIELD && root.selectionSet) visit(root.selectionSet, collect)
      if (root.kind === Kind.INLINE_FRAGMENT) visit(root, collect)
      for (const directive of root.directives ?? []) visit(directive, collect)
    }
  }
  return [...variables].sort()
}

const remembered = <Key extends object, Value>(make: (key: Key) => Value) => {
  const kept = new WeakMap<Key, Value>()
  return (key: Key): Value => {
    const value = kept.get(key) ?? make(key)
    kept.set(key, value)
    return value
  }
}

/**
 * Answers a payload once for all who asked the same of it: a subscription gives one object to every caller of the same
 * rights, filter and place. Nothing is kept longer than the payload itself.
 */
export const useSharedPayloads = (): Plugin => {
  const below = remembered(variablesBelow)
  const answersTo = remembered((_payload: object) => new WeakMap<DocumentNode, Map<string, Result>>())

  const subscribing = async (args: ExecutionArgs) => {
    const validated = validateSubscriptionArgs(args)
    if (!('schema' in validated)) return { errors: validated }
    const source = await createSourceEventStream(validated)
    if (!(Symbol.asyncIterator in source)) return source
    const { document, operationName, variableValues } = args
    const key = JSON.stringify([operationName, below(document).map((name) => variableValues?.[name] ?? null)])
    const answer = (event: ValidatedSubscriptionArgs): Result => {
      const payload = event.rootValue
      if (typeof payload !== 'object' || payload === null || payload instanceof Error)
        return executeSubscriptionEvent(event)
      const answers = answersTo(payload)
      const ofDocument = answers.get(document) ?? new Map<string, Result>()
      answers.set(document, ofDocument)
      const result = ofDocument.get(key) ?? executeSubscriptionEvent(event)
      ofDocument.set(key, result)
      return result
    }
    return mapSourceToResponseEvent(validated, source, answer)
  }
  return { onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribing) }
}
