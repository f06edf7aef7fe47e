/** The office and officials of every definition's example; invented. */
export const exampleAct = {
  region: '430302',
  handledBy: [
    { officialId: 'O-1001', duty: '经办' },
    { officialId: 'O-1002', duty: '审批' },
  ],
} as const

/** A person's example: an invented veteran, and the act's office. */
export const examplePersonAct = { person: { citizenNumber: '430302196803142018' }, ...exampleAct } as const

/** Invented relations of the invented veteran. */
export const exampleRelations = {
  spouse: { name: '何秋荷', person: { citizenNumber: '430302197008223040' } },
  mother: { name: '罗桂芝', person: { citizenNumber: '430321194711030027' } },
  daughter: { name: '谭小禾', person: { citizenNumber: '430381199209172029' } },
} as const

/** An invented martyr who had a citizen number. */
export const exampleMartyr = { name: '罗守义', person: { citizenNumber: '430302199803114213' } } as const

/** Invented companies and an institution, with right check characters. */
export const exampleCompanies = {
  employer: '91430300MA4L0001AR',
  own: '91430302MA4L0002BT',
  school: '12430300MB1A0003CW',
  foundation: '52430300MJJ12004DW',
} as const

/** An id of an earlier event, as examples name one. */
export const exampleEventId = '5f6f0c3a-2d51-5c8e-9a44-0d0f7c1a2b33'
