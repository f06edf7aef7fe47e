import { submittingDepartments } from '@hub/schemas/department.ts'
import { topicOf } from '@hub/schemas/envelope.ts'
import kafkajs, { type AclEntry } from 'kafkajs'

/** The group of all recorders. */
export const recorderGroup = 'hub-recorder'

type Operation = 'Read' | 'Write' | 'Create' | 'Describe' | 'DescribeConfigs'

/** What a principal may do with a topic or a group. */
export type Grant = { resource: 'topic' | 'group'; name: string; operations: readonly Operation[]; why: string }

const topics = submittingDepartments.map(topicOf)

const lookingAt = (name: string): Grant => ({
  resource: 'topic',
  name,
  operations: ['Describe', 'DescribeConfigs'],
  why: 'checks the settings of the topic at its start',
})

const intake = (topic: string): Grant[] => [
  {
    resource: 'topic',
    name: topic,
    operations: ['Write'],
    why: "puts its department's facts there, and nobody else's",
  },
  lookingAt(topic),
  { resource: 'group', name: recorderGroup, operations: ['Describe'], why: 'refuses senders when recorders lag a day' },
]

const recorder = (): Grant[] => [
  ...topics.flatMap((topic): Grant[] => [
    { resource: 'topic', name: topic, operations: ['Read'], why: 'records every fact' },
    { resource: 'topic', name: topic, operations: ['Create'], why: 'makes the topic on the first start' },
    lookingAt(topic),
  ]),
  { resource: 'group', name: recorderGroup, operations: ['Read'], why: 'shares the partitions and commits' },
]

/**
 * The least that each service may do in Kafka, by the name of its principal. A service that is not here needs no Kafka:
 * gateway, coordinator and notary read the event store alone. Nobody may delete, alter, or write as another department.
 */
export const kafkaGrants: Readonly<Record<string, readonly Grant[]>> = {
  ...Object.fromEntries(submittingDepartments.map((department) => [department, intake(topicOf(department))])),
  recorder: recorder(),
}

const operationCodes: Record<Operation, number> = {
  Read: kafkajs.AclOperationTypes.READ,
  Write: kafkajs.AclOperationTypes.WRITE,
  Create: kafkajs.AclOperationTypes.CREATE,
  Describe: kafkajs.AclOperationTypes.DESCRIBE,
  DescribeConfigs: kafkajs.AclOperationTypes.DESCRIBE_CONFIGS,
}

/** The grants as entries for `admin.createAcls`. */
export const aclEntries = (): AclEntry[] =>
  Object.entries(kafkaGrants).flatMap(([service, grants]) =>
    grants.flatMap(({ resource, name, operations }) =>
      operations.map((operation) => ({
        principal: `User:${service}`,
        host: '*',
        operation: operationCodes[operation],
        permissionType: kafkajs.AclPermissionTypes.ALLOW,
        resourceType: kafkajs.AclResourceTypes[resource === 'topic' ? 'TOPIC' : 'GROUP'],
        resourceName: name,
        resourcePatternType: kafkajs.ResourcePatternTypes.LITERAL,
      })),
    ),
  )

/** The grants as commands of Kafka's own tool, each with its reason above it. */
export const aclCommands = (bootstrapServer: string): string =>
  Object.entries(kafkaGrants)
    .flatMap(([service, grants]) =>
      grants.map(
        ({ resource, name, operations, why }) =>
          `# ${service} ${why}\n` +
          `kafka-acls.sh --bootstrap-server ${bootstrapServer} --add --allow-principal User:${service} ` +
          `${operations.map((operation) => `--operation ${operation} `).join('')}--${resource} ${name}`,
      ),
    )
    .join('\n')
