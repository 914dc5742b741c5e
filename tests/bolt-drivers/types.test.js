import assert from 'node:assert/strict'
import { test } from 'node:test'
import neo4j from 'neo4j-driver'
import { withSession } from './server.js'

const t = neo4j.types
const echo = async value => withSession(async session => (await session.run('RETURN $x AS x', { x: value })).records[0].get('x'))

const values = {
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

for (const [name, value] of Object.entries(values)) {
  test(`${name} comes back as it went`, async () => {
    const back = await echo(value)
    assert.equal(neo4j.isInt(back), neo4j.isInt(value))
    assert.equal(String(back), String(value))
    // Temporal values print themselves; their numbers come back as the driver's own integers.
    if (!(value instanceof t.Point) && !/^(date|time|local|duration)/.test(name)) assert.equal(JSON.stringify(back), JSON.stringify(value))
  })
}

test('bytes come back as they went', async () => {
  const back = await echo(new Int8Array([0, 1, -1, 127, -128]))
  assert.deepEqual([...back], [0, 1, -1, 127, -128])
})

test('numbers that are none come back too', async () => {
  assert.ok(Number.isNaN(await echo(NaN)))
  assert.equal(await echo(Infinity), Infinity)
  assert.equal(await echo(-Infinity), -Infinity)
})

test('nodes, relationships and paths keep their parts', () => withSession(async session => {
  await session.run("CREATE (:JsT {name: 'a'})-[:HOLDS {since: 1999}]->(:JsT {name: 'b'})<-[:LIKES]-(:JsT {name: 'c'})")
  try {
    const { records } = await session.run("MATCH p = (a:JsT {name: 'a'})-[r:HOLDS]->(b)<-[:LIKES]-(c) RETURN a, r, b, p")
    const [a, r, b, p] = ['a', 'r', 'b', 'p'].map(key => records[0].get(key))
    assert.deepEqual(a.labels, ['JsT'])
    assert.equal(a.properties.name, 'a')
    assert.equal(r.type, 'HOLDS')
    assert.equal(r.properties.since.toNumber(), 1999)
    assert.equal(r.startNodeElementId, a.elementId)
    assert.equal(r.endNodeElementId, b.elementId)
    assert.equal(p.length, 2)
    assert.equal(p.segments[1].start.properties.name, 'b')
    assert.equal(p.segments[1].end.properties.name, 'c')
    assert.equal(p.segments[1].relationship.type, 'LIKES')
    assert.equal(p.segments[1].relationship.startNodeElementId, p.segments[1].end.elementId)
  } finally {
    await session.run('MATCH (n:JsT) DETACH DELETE n')
  }
}))

test('a node cannot be sent', () => withSession(async session => {
  await assert.rejects(session.run('RETURN $n', { n: new t.Node(neo4j.int(1), [], {}, '1') }))
}))
