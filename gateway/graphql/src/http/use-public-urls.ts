import {
  type ExecutionArgs,
  getNamedType,
  getOperationAST,
  isInputType,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { refusal } from '../schema/errors.ts'
import { givesPersonal, holdsPersonal } from './personal-input.ts'

const personalInUrl = () =>
  refusal('PERSONAL_DATA_IN_URL', undefined, {
    http: { status: 400 },
  })

/** A citizen number, of 18 or 15 digits, with other digits on neither side. */
const citizenNumber = /(?<!\d)(\d{17}[\dXx]|\d{15})(?!\d)/

const decoded = (url: string): string => {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

/** Whether a personal value stands in an operation's text, or in its variables. */
const isPersonal = ({ schema, document, operationName, variableValues }: ExecutionArgs): boolean => {
  const operation = getOperationAST(document, operationName)
  for (const { variable, type } of operation?.variableDefinitions ?? []) {
    const input = typeFromAST(schema, type)
    if (isInputType(input) && holdsPersonal(input, variableValues?.[variable.name.value])) return true
  }
  let personal = false
  const types = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument: (node) => {
        const [type, field, argument] = [types.getParentType(), types.getFieldDef(), types.getArgument()]
        if (argument && givesPersonal(`${type?.name}.${field?.name}.${argument.name}`, argument.type, node.value))
          personal = true
      },
      ObjectField: (node) => {
        const [type, parent] = [types.getInputType(), types.getParentInputType()]
        if (type && parent && givesPersonal(`${getNamedType(parent).name}.${node.name.value}`, type, node.value))
          personal = true
      },
    }),
  )
  return personal
}

/**
 * Refuses a GET that carries a personal value: URLs are kept by browsers, proxies and logs. What looks like a citizen
 * number is refused before anything reads it, whatever it stands for.
 */
export const usePublicUrls = (): Plugin => ({
  onRequestParse: ({ request }) => {
    if (citizenNumber.test(decoded(request.url))) throw personalInUrl()
  },
  onExecute: ({ args, setResultAndStopExecution }) => {
    const { request } = args.contextValue as { request: Request }
    if (request.method === 'GET' && isPersonal(args as ExecutionArgs))
      setResultAndStopExecution({ errors: [personalInUrl()] })
  },
})
