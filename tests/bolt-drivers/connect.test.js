import assert from 'node:assert/strict'
import { test } from 'node:test'
import neo4j from 'neo4j-driver'
import { admin, boltUri, connect, reader, relay, routedUri, withDriver, withSession } from './server.js'

test('bolt:// connects by the manifest and speaks 5.8', () => withDriver(async driver => {
  const info = await driver.getServerInfo()
  assert.equal(info.agent, 'Neo4j/5.26.0')
  assert.equal(String(info.protocolVersion), '5.8')
  assert.equal(await driver.supportsMultiDb(), true)
}))

test('neo4j:// finds the one server in all its roles', () => withDriver(async driver => {
  await driver.verifyConnectivity()
  const { records, summary } = await driver.executeQuery('RETURN 1 AS one')
  assert.equal(records[0].get('one').toNumber(), 1)
  assert.equal(summary.database.name, 'neo4j')
}, routedUri))

for (const [bytes, version] of [
  [[0, 0, 4, 4], '4.4'], [[0, 0, 0, 5], '5'], [[0, 0, 1, 5], '5.1'], [[0, 0, 2, 5], '5.2'], [[0, 0, 3, 5], '5.3'],
  [[0, 0, 4, 5], '5.4'], [[0, 0, 6, 5], '5.6'], [[0, 0, 7, 5], '5.7'], [[0, 0, 8, 5], '5.8']
]) {
  test(`Bolt ${version} works from log-on to error`, () => relay(Buffer.from(bytes), (port, seen) => withDriver(async driver => {
    assert.equal(Number((await driver.getServerInfo()).protocolVersion), Number(version))
    assert.deepEqual(seen.answer, bytes)
    const { records } = await driver.executeQuery(
      "CREATE (n:Version {at: datetime('2005-05-31T12:00:00[Europe/Bucharest]')}) WITH n, n.at AS at DELETE n RETURN at, datetime('2005-05-31T12:00:00+03:00') AS offset")
    assert.equal(records[0].get('at').toString(), '2005-05-31T12:00:00+03:00[Europe/Bucharest]')
    assert.equal(records[0].get('offset').toString(), '2005-05-31T12:00:00+03:00')
    await assert.rejects(driver.executeQuery('RETURN'), error => error.code === 'Neo.ClientError.Statement.SyntaxError')
    const again = await driver.executeQuery('RETURN $x AS x', { x: neo4j.int(7) })
    assert.equal(again.records[0].get('x').toNumber(), 7)
  }, `bolt://127.0.0.1:${port}`)))
}

test('a version that nobody speaks is refused', () => relay(Buffer.from([0, 0, 5, 5]), port => withDriver(
  async driver => assert.rejects(driver.verifyConnectivity()), `bolt://127.0.0.1:${port}`)))

test('a wrong password is refused with its code', () => withDriver(
  driver => assert.rejects(driver.verifyConnectivity(), error => error.code === 'Neo.ClientError.Security.Unauthorized'),
  boltUri, neo4j.auth.basic('admin', 'guess')))

for (const uri of [boltUri, routedUri]) {
  test(`${uri.split(':')[0]}: verifyAuthentication knows another user, and nobody by a wrong password`, () => withDriver(async driver => {
    // On a new connection, and by LOGOFF and LOGON on one that is in the pool. (The driver believes without asking where a
    // connection has done nothing but log on, as after verifyConnectivity; that is its own.)
    for (let i = 0; i < 2; i++) {
      assert.equal(await driver.verifyAuthentication({ auth: neo4j.auth.basic('reader', `guess ${i}`) }), false)
      await driver.executeQuery('RETURN 1')
      assert.equal(await driver.verifyAuthentication({ auth: reader }), true)
      await driver.executeQuery('RETURN 1')
    }
    const { records } = await driver.executeQuery('SHOW CURRENT USER YIELD user')
    assert.equal(records[0].get('user'), 'admin')
  }, uri))
}

test('a session may have a user of its own', () => withDriver(async driver => {
  const session = driver.session({ auth: reader })
  await assert.rejects(session.run('CREATE (:Never)'), error => error.code === 'Neo.ClientError.Security.Forbidden')
  await session.close()
  await driver.executeQuery('CREATE (n:Once) DELETE n', {}, { auth: admin })
}))

test('impersonation is refused clearly', () => withSession(
  session => assert.rejects(session.run('RETURN 1'), error => error.code === 'Neo.ClientError.Security.Forbidden' && /[Ii]mpersonat/.test(error.message)),
  { impersonatedUser: 'carla' }))

test('a database that does not exist is told', () => withSession(
  session => assert.rejects(session.run('RETURN 1'), error => error.code === 'Neo.ClientError.Database.DatabaseNotFound'),
  { database: 'elsewhere' }))

test('a driver that closes in the middle leaves nothing running', { timeout: 30000 }, () => withDriver(async other => {
  const running = async () => (await other.executeQuery("SHOW TRANSACTIONS YIELD currentQuery, metaData WHERE metaData.test = 'mid-run' RETURN count(*) AS c")).records[0].get('c').toNumber()
  const until = async count => { while (await running() !== count) await new Promise(resolve => setTimeout(resolve, 20)) }
  const driver = connect()
  const forgotten = [
    driver.session().run('UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)', {}, { metadata: { test: 'mid-run' } }),
    driver.session({ fetchSize: 10 }).run('UNWIND range(1, 100000000) AS n RETURN n', {}, { metadata: { test: 'mid-run' } })[Symbol.asyncIterator]().next(),
    driver.session().beginTransaction({ metadata: { test: 'mid-run' } }).run('CREATE (:Never)')
  ]
  // The driver may leave what was running without an answer.
  forgotten.forEach(each => Promise.resolve(each).catch(error => assert.ok(error.message)))
  await until(3)
  await driver.close()
  await until(0)
  assert.equal((await other.executeQuery('MATCH (n:Never) RETURN count(n) AS c')).records[0].get('c').toNumber(), 0)
}))
