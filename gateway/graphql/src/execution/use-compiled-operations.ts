import type { DocumentNode, ExecutionArgs, ExecutionResult } from 'graphql'
import { getOperationAST } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Plugin } from 'graphql-yoga'
import { hasRecursiveVariables } from './recursive-variables.ts'

type Run = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>

const compile = ({ schema, document, operationName }: ExecutionArgs): Run | undefined => {
  const operation = getOperationAST(document, operationName)
  if (operation?.operation !== 'query' || hasRecursiveVariables(schema, operation)) return undefined
  const compiled = compileQuery(schema, document, operationName ?? undefined)
  if (!isCompiledQuery(compiled)) return undefined
  return ({ rootValue, contextValue, variableValues }) =>
    compiled.query(rootValue, contextValue, variableValues ?? {}) as ReturnType<Run>
}

/**
 * Runs repeated queries as functions compiled once for each document (`graphql-jit`), about twice as fast as walking
 * the document each time. Mutations and subscriptions are left to `graphql` itself. Must come after the plugin that
 * checks variables.
 */
export const useCompiledOperations = (): Plugin => {
  // Weak: the compiled functions are dropped with their document.
  const kept = new WeakMap<DocumentNode, Map<string, Run | 'once' | undefined>>()
  const runOf = (args: ExecutionArgs): Run | undefined => {
    const runs = kept.get(args.document) ?? new Map<string, Run | 'once' | undefined>()
    kept.set(args.document, runs)
    const name = args.operationName ?? ''
    // An operation is compiled when it comes a second time: compiling takes longer than running it once.
    if (!runs.has(name)) runs.set(name, 'once')
    else if (runs.get(name) === 'once') runs.set(name, compile(args))
    const run = runs.get(name)
    return run === 'once' ? undefined : run
  }
  return {
    onExecute: ({ args, setExecuteFn }) => {
      const run = runOf(args as ExecutionArgs)
      if (run) setExecuteFn((given) => run(given as ExecutionArgs))
    },
  }
}
