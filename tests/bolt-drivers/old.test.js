// A driver that meets the server on Bolt 4.4, which Neo4j 4.4 speaks: log-on in HELLO, numbers in place of element ids, qids, errors of the old shape.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import neo4j from 'neo4j-driver'
import { admin, reader, relay, withDriver } from './server.js'
import { assertSame, values } from './values.js'

const on44 = (work, auth, scheme = 'bolt') => relay(Buffer.from([0, 0, 4, 4]), port => withDriver(work, `${scheme}://127.0.0.1:${port}`, auth))

test('4.4: every value comes back as it went', () => on44(async driver => {
  const { records } = await driver.executeQuery('UNWIND keys($values) AS name RETURN name, $values[name] AS value', { values })
  assert.equal(records.length, Object.keys(values).length)
  for (const record of records) assertSame(record.get('value'), values[record.get('name')])
}))

test('4.4: nodes, relationships and paths have numbers', () => on44(async driver => {
  const session = driver.session()
  const tx = session.beginTransaction()
  const { records } = await tx.run("CREATE p = (a:Old {name: 'a'})-[r:HOLDS {since: 1}]->(b:Old) RETURN a, r, p, id(a) AS id")
  const [a, r, p, id] = ['a', 'r', 'p', 'id'].map(key => records[0].get(key))
  assert.ok(a.identity.equals(id))
  assert.equal(a.elementId, id.toString())
  assert.ok(r.start.equals(id))
  assert.equal(p.segments[0].relationship.properties.since.toNumber(), 1)
  await tx.rollback()
  await session.close()
  assert.equal((await driver.executeQuery('MATCH (n:Old) RETURN count(n) AS c')).records[0].get('c').toNumber(), 0)
}))

test('4.4: transactions, several results, RESET in the middle, errors', () => on44(async driver => {
  const session = driver.session({ fetchSize: 7 })
  const tx = session.beginTransaction()
  const a = tx.run('UNWIND range(1, 50) AS n RETURN n')[Symbol.asyncIterator]()
  const b = tx.run('UNWIND range(51, 100) AS n RETURN n')[Symbol.asyncIterator]()
  for (let i = 1; i <= 50; i++) {
    assert.equal((await a.next()).value.get('n').toNumber(), i)
    assert.equal((await b.next()).value.get('n').toNumber(), 50 + i)
  }
  await tx.commit()
  for await (const record of session.run('UNWIND range(1, 100000000) AS n RETURN n')) if (record.get('n').toNumber() === 25) break
  await session.close()
  const error = await driver.executeQuery('RETURN nothing').then(() => null, e => e)
  assert.equal(error.code, 'Neo.ClientError.Statement.SyntaxError')
  await driver.executeQuery('RETURN 1')
}))

test('4.4: neo4j:// reads the routing table', () => on44(async driver => {
  // The table names the relay, since that is where the driver called.
  const { summary } = await driver.executeQuery('RETURN 1')
  assert.equal(Number(summary.server.protocolVersion), 4.4)
}, admin, 'neo4j'))

test('4.4: a wrong password is refused in HELLO', () => on44(
  driver => assert.rejects(driver.verifyConnectivity(), error => error.code === 'Neo.ClientError.Security.Unauthorized'), neo4j.auth.basic('admin', 'a 4.4 guess')))

test('4.4: a reader cannot write', () => on44(
  driver => assert.rejects(driver.executeQuery('CREATE (:Never)'), error => error.code === 'Neo.ClientError.Security.Forbidden'), reader))

test('4.4: users cannot be changed on a connection', () => on44(async driver => {
  assert.equal(await driver.supportsSessionAuth(), false)
}))
