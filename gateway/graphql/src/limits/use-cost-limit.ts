import { complexityFromQuery } from '@pothos/plugin-complexity'
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  Kind,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { refusal } from '../schema/errors.ts'
import type { Limits } from './limits.ts'

type Costed = { cost: number } | { error: GraphQLError } | undefined

/** Variables that a cost may depend on: numbers, and lengths of lists. */
const sizesOf = (variables: Record<string, unknown>): string =>
  JSON.stringify(
    Object.entries(variables).flatMap(([name, value]) =>
      typeof value === 'number' ? [name, value] : Array.isArray(value) ? [name, `${value.length}`] : [],
    ),
  )

const costOf = ({ schema, document, operationName, variableValues }: ExecutionArgs, pageSize: number): Costed => {
  const operation = getOperationAST(document, operationName)
  if (!operation) return undefined
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  try {
    const { complexity } = complexityFromQuery(
      { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] },
      { schema, ctx: { pageSize }, variables: { ...variableValues } },
    )
    return { cost: complexity }
  } catch (error) {
    // A variable is not of its type. `useCheckedOperation` refuses that, with the place of the variable.
    if (error instanceof GraphQLError && error.extensions.code !== undefined) return { error }
    return undefined
  }
}

/** The cost of an operation, kept for each document while the sizes in its variables are the same. */
const rememberedCosts = (pageSize: number) => {
  const kept = new WeakMap<DocumentNode, Map<string, Costed>>()
  const mostSizes = 100
  return (args: ExecutionArgs): Costed => {
    const costs = kept.get(args.document) ?? new Map<string, Costed>()
    kept.set(args.document, costs)
    const key = `${args.operationName ?? ''} ${sizesOf(args.variableValues ?? {})}`
    const remembered = costs.get(key)
    if (remembered) return remembered
    const cost = costOf(args, pageSize)
    // What could not be costed had a wrong variable: another of the same size may be right.
    if (cost && costs.size < mostSizes) costs.set(key, cost)
    return cost
  }
}

const weighed = new WeakMap<object, object>()

/** A payload that several subscribers share stays one object; they asked the same, and it cost the same. */
const withCostOnce = <Result extends object>(result: Result, withCost: (result: Result) => Result): Result => {
  const withItsCost = (weighed.get(result) as Result | undefined) ?? withCost(result)
  weighed.set(result, withItsCost)
  return withItsCost
}

/** Refuses an operation over its cost before it runs, and puts the cost into `extensions` of every answer. */
export const useCostLimit = (limits: Limits): Plugin => {
  const costs = rememberedCosts(limits.pageSize)
  const weigh = (args: ExecutionArgs, stop: (result: ExecutionResult) => void) => {
    const costed = costs(args)
    if (costed === undefined) return undefined
    if ('error' in costed) {
      stop({ errors: [costed.error] })
      return undefined
    }
    const cost = { cost: { requested: costed.cost, limit: limits.cost } }
    if (costed.cost > limits.cost)
      stop({
        errors: [
          refusal(
            'QUERY_TOO_COSTLY',
            {
              en: `the operation costs ${costed.cost}, more than ${limits.cost}`,
              zh: `该操作的代价为 ${costed.cost}，超过上限 ${limits.cost}`,
            },
            {
              http: { status: 400, spec: true },
            },
          ),
        ],
      })
    return <Result extends object>(result: Result): Result => ({
      ...result,
      extensions: { ...('extensions' in result ? (result.extensions as object) : {}), ...cost },
    })
  }
  return {
    onExecute: ({ args, setResultAndStopExecution }) => {
      const withCost = weigh(args as ExecutionArgs, setResultAndStopExecution)
      if (!withCost) return
      return {
        onExecuteDone: ({ result, setResult }) => {
          if (!(Symbol.asyncIterator in result)) setResult(withCost(result))
        },
      }
    },
    onSubscribe: ({ args, setResultAndStopExecution }) => {
      const withCost = weigh(args as ExecutionArgs, setResultAndStopExecution)
      if (!withCost) return
      return {
        onSubscribeResult: ({ result, setResult }) => {
          if (!(Symbol.asyncIterator in result)) setResult(withCost(result))
          return { onNext: ({ result, setResult }) => setResult(withCostOnce(result, withCost)) }
        },
      }
    },
  }
}
