import { type ASTVisitor, NoSchemaIntrospectionCustomRule, type ValidationContext } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { refusal } from '../schema/errors.ts'

/** The rule of graphql-js, with a code of its own. */
function noIntrospection(context: ValidationContext): ASTVisitor {
  const reporting = Object.create(context, {
    reportError: {
      value: () => context.reportError(refusal('INTROSPECTION_OFF')),
    },
  }) as ValidationContext
  return NoSchemaIntrospectionCustomRule(reporting)
}

/** Whether the schema can be asked for: yes in development, no where a hub is run for good. */
export const useIntrospectionPolicy = (allowed: boolean): Plugin =>
  allowed ? {} : { onValidate: ({ addValidationRule }) => addValidationRule(noIntrospection) }
