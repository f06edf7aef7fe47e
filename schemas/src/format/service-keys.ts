import { type HubService, type SubmittingDepartment, submittingDepartments } from '../department.ts'
import type { HubKeys } from './hub-keys.ts'

/** What a department's intake is handed: it admits for itself alone, and reads its own receipts. */
export type IntakeKeys = Pick<HubKeys, 'fingerprint' | 'persons' | 'localIds'> & {
  admission: Uint8Array
  receipts: Uint8Array
}

/** What a recorder is handed: it verifies the departments' admissions and says its own events; it opens nothing. */
export type RecorderKeys = Pick<HubKeys, 'fingerprint' | 'rejections'> & {
  admission: Readonly<Record<SubmittingDepartment | 'hub/recorder', Uint8Array>>
}

/** What a gateway is handed: it verifies whoever speaks, finds persons, and reads every department's receipts. */
export type GatewayKeys = Pick<HubKeys, 'fingerprint' | 'persons' | 'search' | 'cursors' | 'admission' | 'receipts'>

/** The services of the hub that decide. */
export const decidingServices = ['identity', 'reports'] as const satisfies readonly HubService[]
export type DecidingService = (typeof decidingServices)[number]

/** What is handed to who takes the hub's decisions: it admits them, and names a report's stream. */
export type DecisionsKeys = Pick<HubKeys, 'fingerprint' | 'localIds'> & {
  admission: Readonly<Record<`hub/${DecidingService}`, Uint8Array>>
}

export const intakeKeys = (hub: HubKeys, department: SubmittingDepartment): IntakeKeys => ({
  fingerprint: hub.fingerprint,
  persons: hub.persons,
  localIds: hub.localIds,
  admission: hub.admission[department],
  receipts: hub.receipts[department],
})

export const recorderKeys = (hub: HubKeys): RecorderKeys => {
  const heard = [...submittingDepartments, 'hub/recorder'] as const
  return {
    fingerprint: hub.fingerprint,
    rejections: hub.rejections,
    admission: Object.fromEntries(heard.map((speaker) => [speaker, hub.admission[speaker]])) as never,
  }
}

export const gatewayKeys = ({ fingerprint, persons, search, cursors, admission, receipts }: HubKeys): GatewayKeys => ({
  fingerprint,
  persons,
  search,
  cursors,
  admission,
  receipts,
})

export const decisionsKeys = ({ fingerprint, localIds, admission }: HubKeys): DecisionsKeys => ({
  fingerprint,
  localIds,
  admission: { 'hub/identity': admission['hub/identity'], 'hub/reports': admission['hub/reports'] },
})

/** What each service that runs alone is handed, by its name. */
export type KeysOfService = Record<SubmittingDepartment, IntakeKeys> & {
  recorder: RecorderKeys
  decisions: DecisionsKeys
  gateway: GatewayKeys
}
export type KeyedService = keyof KeysOfService
export const keyedServices: readonly KeyedService[] = [...submittingDepartments, 'recorder', 'decisions', 'gateway']

/** The keys of one service, and no others, from the hub's. */
export const keysOfService = <Service extends KeyedService>(hub: HubKeys, service: Service): KeysOfService[Service] => {
  const given: { [Name in KeyedService]: () => KeysOfService[Name] } = {
    'veteran-affairs': () => intakeKeys(hub, 'veteran-affairs'),
    'civil-affairs': () => intakeKeys(hub, 'civil-affairs'),
    finance: () => intakeKeys(hub, 'finance'),
    hr: () => intakeKeys(hub, 'hr'),
    recorder: () => recorderKeys(hub),
    decisions: () => decisionsKeys(hub),
    gateway: () => gatewayKeys(hub),
  }
  return given[service]()
}
