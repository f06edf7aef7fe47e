"""Validates as people who write Python do: tells of each JSON Schema whether it is one, and of each instance what the
schema says; of an OpenAPI document what is wrong with it. The input is JSON: `schemas` (schema and instances each) and
`openapi`.
"""
import json
import sys

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError
from openapi_spec_validator import OpenAPIV31SpecValidator


def answers_of(schema, instances):
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        return str(error)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [validator.is_valid(instance) for instance in instances]


told = json.load(sys.stdin.buffer)
if 'openapi' in told:
    faults = [error.message[:500] for error in OpenAPIV31SpecValidator(told['openapi']).iter_errors()]
    print(json.dumps(faults))
else:
    print(json.dumps([answers_of(one['schema'], one['instances']) for one in told['schemas']]))
