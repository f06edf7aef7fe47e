import type { SdkEvent, SdkName, SendingMode } from './sdk-senders.fixture.ts'

/** What is right for an event: stored so, with these attributes left out and told; or refused, as `CODE /pointer`. */
export type Right = { stored: Readonly<Record<string, string>>; leftOut?: readonly string[] } | { refused: string }

/** Does the SDK, or its HTTP library, not send it in this mode; or does the hub answer otherwise, since it is sent otherwise? */
export type Other = 'unsendable' | { refused: string }

/** An event that every SDK sends in every mode, and what is right. */
export type SdkCase = {
  event: SdkEvent
  right: Right
  other?: Partial<Record<`${SdkName} ${SendingMode}` | SdkName, Other>>
}

export const source = '/departments/finance/treasury'

const person = { citizenNumber: '430302196803142018' }

/** A stopped payment of an order of its own. */
const eventOf = (
  name: string,
  attributes: Record<string, string>,
  more: Pick<SdkEvent, 'extensions' | 'bytes'> & { datacontenttype?: string | undefined } = {},
): SdkEvent => {
  const { datacontenttype, ...others } = { datacontenttype: 'application/json', ...more }
  return {
    name,
    attributes: {
      source,
      type: 'finance.PaymentStopped.v1',
      time: '2025-03-04T09:30:00.123+08:00',
      ...(datacontenttype === undefined ? {} : { datacontenttype }),
      ...attributes,
    },
    ...others,
    data: {
      person,
      region: '430302',
      handledBy: [{ officialId: 'O-1001', duty: '经办' }],
      orderId: `ZF-${name}`,
      stoppedOn: '2025-03-04',
      reason: '领取人死亡 𠮷 “引号” \\ /',
    },
  }
}

const time = '2025-03-04T01:30:00.123Z'

/** Of letters outside Latin-1: what does not encode them by itself finds its HTTP library refusing them. */
const onlyEncoded: SdkCase['other'] = {
  'JavaScript binary': 'unsendable',
  'Python 1 binary': 'unsendable',
  'Java binary': 'unsendable',
}

/** A percent sign is sent as it is by all but Python’s newer SDK: it begins no sequence. */
const percentAsItIs = Object.fromEntries(
  (['JavaScript', 'Python 1', 'Go', 'Java', 'Java of the examples'] as const).map((sdk) => [
    `${sdk} binary`,
    { refused: 'ATTRIBUTE_UNREADABLE /id' },
  ]),
)

/** Clients that name a form where nobody names a type. */
const namesForms: SdkCase['other'] = { 'Java of the examples binary': { refused: 'MEDIA_TYPE' } }

export const sdkCases: readonly SdkCase[] = [
  { event: eventOf('plain', { id: 'S-plain' }), right: { stored: { time } } },
  { event: eventOf('han', { id: '登记-77' }), right: { stored: { time } }, other: onlyEncoded },
  { event: eventOf('astral', { id: '𠮷-1' }), right: { stored: { time } }, other: onlyEncoded },
  { event: eventOf('marks', { id: 'a"b\\c d/e?f=g&h+i,j;k' }), right: { stored: { time } } },
  { event: eventOf('percent', { id: '100%-a' }), right: { stored: { time } }, other: percentAsItIs },
  {
    event: eventOf('latin', { id: 'José-1' }),
    right: { stored: { time } },
    other: {
      'Python 1 binary': { refused: 'ATTRIBUTE_UNREADABLE /id' },
      // It writes a question mark for what is no ASCII.
      'Java binary': { refused: 'ATTRIBUTE_UNREADABLE /id' },
    },
  },
  {
    event: eventOf('nanoseconds', { id: 'S-nano', time: '2025-03-04T09:30:00.123456789+08:00' }),
    right: { stored: { time } },
  },
  {
    event: eventOf('utc', { id: 'S-utc', time: '2025-03-04T01:30:00Z' }),
    right: { stored: { time: '2025-03-04T01:30:00.000Z' } },
  },
  { event: eventOf('bytes', { id: 'S-bytes' }, { bytes: true }), right: { stored: { time } } },
  {
    event: eventOf('no-type', { id: 'S-no-type' }, { datacontenttype: undefined }),
    right: { stored: { time } },
    other: namesForms,
  },
  {
    event: eventOf('bytes-no-type', { id: 'S-bytes-no-type' }, { bytes: true, datacontenttype: undefined }),
    right: { stored: { time } },
    other: namesForms,
  },
  {
    event: eventOf('charset', { id: 'S-charset' }, { datacontenttype: 'application/json; charset="utf-8"' }),
    right: { stored: { time } },
  },
  {
    event: eventOf('vendor', { id: 'S-vendor' }, { datacontenttype: 'application/vnd.office+json' }),
    right: { stored: { time } },
    // It knows no other type as JSON than application/json, and writes a text instead of the object.
    other: { 'Go structured': { refused: 'TYPE /data' }, 'Go batch': { refused: 'TYPE /data' } },
  },
  {
    event: eventOf(
      'kept',
      { id: 'S-kept', dataschema: 'https://example.cn/payments/v1?a=b#c' },
      {
        extensions: {
          sequence: 7,
          correlationid: 'case 7/a',
          traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        },
      },
    ),
    right: {
      stored: {
        time,
        sequence: '7',
        correlationid: 'case 7/a',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        dataschema: 'https://example.cn/payments/v1?a=b#c',
      },
    },
  },
  {
    event: eventOf('null', { id: 'S-null' }, { extensions: { correlationid: null, partitionkey: null } }),
    right: { stored: { time } },
    other: { 'Python 1 binary': 'unsendable' },
  },
  {
    event: eventOf(
      'correction',
      { id: 'S-correction' },
      { extensions: { replaces: `${source}#登记-77`, replacesreason: 'clerical-error', correlationid: '案件-7' } },
    ),
    right: {
      stored: { time, correlationid: '案件-7', replaces: `${source}#登记-77`, replacesreason: 'clerical-error' },
    },
    other: onlyEncoded,
  },
  {
    event: eventOf(
      'left-out',
      { id: 'S-left-out' },
      { extensions: { isreplay: true, sampledrate: 30, tracestate: 'a=b,c=d', partitionkey: 'k 1' } },
    ),
    right: { stored: { time }, leftOut: ['isreplay', 'sampledrate', 'tracestate', 'partitionkey'] },
  },
  {
    event: eventOf('han-extension', { id: 'S-han-extension' }, { extensions: { partitionkey: '雨湖区' } }),
    right: { stored: { time }, leftOut: ['partitionkey'] },
    other: onlyEncoded,
  },
  {
    event: eventOf('subject', { id: 'S-subject', subject: 'payments/7' }),
    right: { refused: 'SUBJECT_OF_A_PERSON /subject' },
  },
  {
    event: eventOf('text', { id: 'S-text' }, { bytes: true, datacontenttype: 'text/plain' }),
    right: { refused: 'VALUE /datacontenttype' },
    other: Object.fromEntries(
      (['JavaScript', 'Python 1', 'Python 2', 'Go', 'Java', 'Java of the examples'] as const).map((sdk) => [
        `${sdk} binary`,
        { refused: 'MEDIA_TYPE' },
      ]),
    ),
  },
  {
    event: eventOf('version-0.3', { id: 'S-0.3', specversion: '0.3' }),
    right: { refused: 'NOT_IN_LIST /specversion' },
    other: { 'Python 2': 'unsendable' },
  },
]
