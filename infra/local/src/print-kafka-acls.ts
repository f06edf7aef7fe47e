import '@hub/runtime/node-version.ts'
import { aclCommands } from '@hub/broker/kafka-acls.ts'
import { Command } from 'commander'

new Command('kafka:acls')
  .description('Prints the commands that give each service the least that it needs in Kafka.')
  .argument('[server]', 'a broker of the cluster', 'localhost:9092')
  .action((server: string) => {
    process.stdout.write(`${aclCommands(server)}\n`)
  })
  .parse()
