import assert from 'node:assert/strict'
import { test } from 'node:test'
import neo4j from 'neo4j-driver'
import { withSession } from './server.js'
import { assertSame, values } from './values.js'

const t = neo4j.types
const echo = async value => withSession(async session => (await session.run('RETURN $x AS x', { x: value })).records[0].get('x'))

for (const [name, value] of Object.entries(values)) {
  test(`${name} comes back as it went`, async () => assertSame(await echo(value), value))
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

test('a time zone that nobody knows is refused, and the session goes on', () => withSession(async session => {
  // The driver makes no such value itself.
  const x = Object.assign(Object.create(t.DateTime.prototype), { ...new t.DateTime(2005, 5, 31, 12, 0, 0, 5, 10800), timeZoneId: 'Europe/Nowhere' })
  await assert.rejects(
    session.run('RETURN $x', { x }),
    error => error.code === 'Neo.ClientError.Request.Invalid' && /Europe\/Nowhere/.test(error.message))
  assert.equal((await session.run('RETURN 1 AS one')).records[0].get('one').toNumber(), 1)
}))
