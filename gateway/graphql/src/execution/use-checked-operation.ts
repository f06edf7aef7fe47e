import { jsonPointer } from '@hub/schemas/format/refused-json.ts'
import { type ExactWords, Refused } from '@hub/schemas/refusal.ts'
import {
  type ExecutionArgs,
  type GraphQLError,
  getOperationAST,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  type VariableDefinitionNode,
  validateInputValue,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { refusal } from '../schema/errors.ts'

/** Most faults of variables that are told at once. */
const mostFaults = 20

type Path = readonly (string | number)[]

/** What a scalar of the hub's says that it needs; it never repeats the value. */
export const whatIsNeeded = (error: unknown): ExactWords | undefined => {
  if (error instanceof Refused) return { en: error.refusal.message, zh: error.refusal.messageZh }
  return error instanceof Error && 'originalError' in error ? whatIsNeeded(error.originalError) : undefined
}

const variableFault = (definition: VariableDefinitionNode, path: Path, words: ExactWords): GraphQLError => {
  const { value: name } = definition.variable.name
  const inside = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
  const at = `$${name}${inside}`
  return refusal(
    'BAD_USER_INPUT',
    { en: `the variable ${at} ${words.en}`, zh: `变量 ${at} ${words.zh}` },
    { at, pointer: jsonPointer(['variables', name, ...path]) },
    { nodes: definition },
  )
}

const missing: ExactWords = { en: 'is missing', zh: '缺失' }
const isNull: ExactWords = { en: 'is null where a value is needed', zh: '为 null，而此处需要值' }
const notOfType = (needed: ExactWords | undefined): ExactWords => ({
  en: `is not of its type${needed ? `: ${needed.en}` : ''}`,
  zh: `与其类型不符${needed ? `：${needed.zh}` : ''}`,
})

/**
 * Faults of variables given as null where a value is required. Validation allows a nullable variable there if there is
 * a default, but an explicit null does not take the default.
 */
const nullsInNeed = ({ schema, document }: ExecutionArgs, nulls: readonly VariableDefinitionNode[]): GraphQLError[] => {
  const needing = new Set<string>()
  const types = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition: () => false,
      Variable: ({ name }) => {
        if (isNonNullType(types.getInputType())) needing.add(name.value)
      },
    }),
  )
  return nulls
    .filter(({ variable }) => needing.has(variable.name.value))
    .map((definition) => variableFault(definition, [], isNull))
}

const variableFaults = (args: ExecutionArgs, { variableDefinitions = [] }: OperationDefinitionNode): GraphQLError[] => {
  const { schema, variableValues } = args
  const given = variableValues ?? {}
  const faults: GraphQLError[] = []
  const nulls: VariableDefinitionNode[] = []
  for (const definition of variableDefinitions) {
    const name = definition.variable.name.value
    const type = typeFromAST(schema, definition.type)
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    if (value === null) nulls.push(definition)
    // Validation has made sure that a variable's type is one of inputs.
    if (!isInputType(type)) continue
    if (value !== undefined)
      validateInputValue(
        value,
        type,
        (error, path) => faults.push(variableFault(definition, path, notOfType(whatIsNeeded(error)))),
        true,
      )
    else if (isNonNullType(type) && !definition.defaultValue) faults.push(variableFault(definition, [], missing))
  }
  if (faults.length > 0) return faults.slice(0, mostFaults)
  return nulls.length > 0 ? nullsInNeed(args, nulls) : []
}

/**
 * Why an operation can't be executed: the document has no operation of this name, or variables are not of their types.
 * Checked here and not left to the executors, whose messages repeat names and values that were sent.
 */
export const operationFaults = (args: ExecutionArgs): readonly GraphQLError[] => {
  const operation = getOperationAST(args.document, args.operationName)
  if (operation) return variableFaults(args, operation)
  return [
    refusal(
      'BAD_REQUEST',
      {
        en: 'the document has no operation of this name, or several and no name',
        zh: '文档中没有该名称的操作，或有多个操作而未指明',
      },
      { pointer: '/operationName' },
    ),
  ]
}

/** Refuses an operation that can't be executed as it was asked. */
export const useCheckedOperation = (): Plugin => ({
  onExecute: ({ args, setResultAndStopExecution }) => {
    const errors = operationFaults(args as ExecutionArgs)
    if (errors.length > 0) setResultAndStopExecution({ errors })
  },
  onSubscribe: ({ args, setResultAndStopExecution }) => {
    const errors = operationFaults(args as ExecutionArgs)
    if (errors.length > 0) setResultAndStopExecution({ errors })
  },
})
