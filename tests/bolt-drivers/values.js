// Values of every type, and whether what came back is what went.
import assert from 'node:assert/strict'
import neo4j from 'neo4j-driver'

const t = neo4j.types

export const values = {
  null: null,
  true: true,
  false: false,
  zero: neo4j.int(0),
  'least integer': neo4j.int('-9223372036854775808'),
  'greatest integer': neo4j.int('9223372036854775807'),
  float: 1.25,
  text: 'Ştefan, 外交, 🏛',
  'empty text': '',
  'long text': 'é'.repeat(100_000),
  list: [neo4j.int(1), 2.5, 'three', null, [true]],
  'empty list': [],
  map: { a: neo4j.int(1), b: { c: [neo4j.int(2)] } },
  'empty map': {},
  date: new t.Date(2005, 5, 31),
  'date before 1970': new t.Date(1861, 1, 15),
  'local time': new t.LocalTime(23, 59, 59, 999999999),
  time: new t.Time(12, 34, 56, 789, 7200),
  'local date-time': new t.LocalDateTime(2005, 5, 31, 12, 0, 0, 5),
  'date-time with an offset': new t.DateTime(2005, 5, 31, 12, 0, 0, 5, 10800),
  'date-time in a zone': new t.DateTime(2005, 5, 31, 12, 0, 0, 5, 10800, 'Europe/Bucharest'),
  duration: new t.Duration(14, 3, 3661, 5),
  'point on the globe': new t.Point(neo4j.int(4326), 26.1, 44.4),
  'point in space': new t.Point(neo4j.int(9157), 1.5, -2.5, 3.5)
}

// Temporal values and points may be made of numbers and come back of the driver's integers: their fields are compared as numbers.
const plain = value => neo4j.isInt(value) ? value.toBigInt() : Number.isInteger(value) ? BigInt(value) : value ?? null
const composed = value => [t.Date, t.LocalTime, t.Time, t.LocalDateTime, t.DateTime, t.Duration, t.Point].find(type => value instanceof type)

export function assertSame (back, value) {
  const type = composed(value)
  if (type === undefined) {
    assert.deepEqual(back, value)
    return
  }
  assert.equal(composed(back), type)
  for (const field of Object.keys(value)) {
    // A zone says the offset already, so that drivers need not keep it.
    if (field === 'timeZoneOffsetSeconds' && value.timeZoneId !== undefined && back[field] === undefined) continue
    assert.equal(plain(back[field]), plain(value[field]), `${type.name}.${field}`)
  }
}
