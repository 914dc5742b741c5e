import assert from 'node:assert/strict'
import { test } from 'node:test'
import neo4j from 'neo4j-driver'
import { boltUri, reader, routedUri, withDriver, withSession } from './server.js'

const count = async session => (await session.run('MATCH (n:JsTx) RETURN count(n) AS c')).records[0].get('c').toNumber()

for (const uri of [boltUri, routedUri]) {
  const scheme = uri.split(':')[0]

  test(`${scheme}: commit keeps, rollback and close do not`, () => withSession(async session => {
    const lost = session.beginTransaction()
    await lost.run('CREATE (:JsTx)')
    await lost.rollback()
    const left = session.beginTransaction()
    await left.run('CREATE (:JsTx)')
    await left.close()
    assert.equal(await count(session), 0)
    const kept = session.beginTransaction()
    await kept.run('CREATE (:JsTx)')
    await kept.run('CREATE (:JsTx)')
    await kept.commit()
    assert.equal(await count(session), 2)
    assert.equal(session.lastBookmarks().length, 1)
    const { summary } = await session.run('MATCH (n:JsTx) DELETE n')
    assert.equal(summary.counters.updates().nodesDeleted, 2)
    assert.equal(summary.queryType, 'w')
  }, undefined, uri))

  test(`${scheme}: managed transactions and bookmarks between sessions`, () => withDriver(async driver => {
    const first = driver.session()
    await first.executeWrite(tx => tx.run('CREATE (:JsTx)'))
    const second = driver.session({ bookmarks: first.lastBookmarks() })
    assert.equal(await second.executeRead(async tx => (await tx.run('MATCH (n:JsTx) RETURN count(n) AS c')).records[0].get('c').toNumber()), 1)
    await second.executeWrite(tx => tx.run('MATCH (n:JsTx) DELETE n'))
    await first.close()
    await second.close()
  }, uri))
}

test('several results of one transaction are read crosswise', () => withSession(async session => {
  const tx = session.beginTransaction()
  const a = tx.run('UNWIND range(1, 50) AS n RETURN n')[Symbol.asyncIterator]()
  const b = tx.run('UNWIND range(51, 100) AS n RETURN n')[Symbol.asyncIterator]()
  for (let i = 1; i <= 50; i++) {
    assert.equal((await a.next()).value.get('n').toNumber(), i)
    assert.equal((await b.next()).value.get('n').toNumber(), 50 + i)
  }
  await tx.commit()
}, { fetchSize: 7 }))

test('an error ends the transaction, and the session goes on', () => withSession(async session => {
  const tx = session.beginTransaction()
  await tx.run('CREATE (:JsTx)')
  await assert.rejects(tx.run('RETURN 1 / 0'), error => error.code === 'Neo.ClientError.Statement.ArithmeticError')
  await assert.rejects(tx.run('RETURN 1'))
  await tx.close()
  assert.equal(await count(session), 0)
}))

test('errors carry Neo4j codes and a GQL status', () => withSession(async session => {
  const error = await session.run('RETURN nothing').then(() => null, e => e)
  assert.equal(error.code, 'Neo.ClientError.Statement.SyntaxError')
  assert.match(error.gqlStatus, /^[0-9A-Z]{5}$/)
  assert.equal(error.retriable, false)
  const missing = await session.run('RETURN $missing').then(() => null, e => e)
  assert.equal(missing.code, 'Neo.ClientError.Statement.ParameterMissing')
}))

test('a reader reads, and cannot write in any mode', () => withSession(async session => {
  assert.equal(await count(session), 0)
  await assert.rejects(session.run('CREATE (:JsTx)'), error => error.code === 'Neo.ClientError.Security.Forbidden')
  await assert.rejects(session.executeWrite(tx => tx.run('CREATE (:JsTx)')), error => error.code === 'Neo.ClientError.Security.Forbidden')
  assert.equal(await count(session), 0)
}, undefined, boltUri, reader))

test('a read session cannot write', () => withSession(
  session => assert.rejects(session.run('CREATE (:JsTx)'), error => error.code === 'Neo.ClientError.Statement.AccessMode'),
  { defaultAccessMode: neo4j.session.READ }))

test('a transaction that takes too long ends', () => withSession(async session => {
  await assert.rejects(
    session.run('UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)', {}, { timeout: 200 }),
    error => error.code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut'))
  assert.equal(await count(session), 0)
}))

test('plans and profiles are told', () => withSession(async session => {
  const explained = await session.run('EXPLAIN MATCH (n:JsTx) RETURN n')
  assert.ok(explained.summary.plan.operatorType.length > 0)
  const profiled = await session.run('PROFILE UNWIND range(1, 5) AS n RETURN n')
  assert.equal(profiled.summary.profile.rows, 5)
  assert.equal(profiled.summary.gqlStatusObjects[0].gqlStatus, '00000')
}))
