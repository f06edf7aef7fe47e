import {
  type GraphQLError,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
  ValuesOfCorrectTypeRule,
  validate,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { isRefusal, placeInWords, placeOf, refusal } from '../schema/errors.ts'
import { whatIsNeeded } from './use-checked-operation.ts'

/** A value in the query may be a citizen number: its place is said, and what is needed there. */
const valueFault = (error: GraphQLError): GraphQLError => {
  const at = placeInWords(error)
  const needed = whatIsNeeded(error)
  return refusal(
    'BAD_USER_INPUT',
    {
      en: `a value of the query${at.en} is not of its type${needed ? `: ${needed.en}` : ''}`,
      zh: `查询${at.zh}中有值与其类型不符${needed ? `：${needed.zh}` : ''}`,
    },
    {},
    placeOf(error),
  )
}

/** The other rules speak of names: those of the schema, and those that the query gives to its parts. */
const formFault = (error: GraphQLError): GraphQLError => {
  const { zh } = placeInWords(error)
  return refusal('GRAPHQL_VALIDATION_FAILED', { en: error.message, zh: `查询${zh}与模式不符` }, {}, placeOf(error))
}

/** A rule whose errors are refusals of the catalogue; told by the rule that finds them, not by what they say. */
const coded = (rule: ValidationRule): ValidationRule => {
  const faultOf = rule === ValuesOfCorrectTypeRule ? valueFault : formFault
  return (context) =>
    rule(
      Object.create(context, {
        reportError: { value: (error: GraphQLError) => context.reportError(isRefusal(error) ? error : faultOf(error)) },
      }) as ValidationContext,
    )
}

/** Validates with every rule, those that other plugins add too, and gives each error its code. */
export const useCodedValidation = (): Plugin => ({
  onValidate: ({ setValidationFn }) => {
    setValidationFn(((schema, document, rules = specifiedRules) =>
      validate(schema, document, rules.map(coded)).map((error) =>
        isRefusal(error) ? error : formFault(error),
      )) as typeof validate)
  },
})
