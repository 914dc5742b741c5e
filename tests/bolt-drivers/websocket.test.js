// The driver as web pages load it speaks Bolt by WebSocket, on the same port.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { port } from './server.js'

const skip = typeof WebSocket === 'undefined' ? 'this node has no WebSocket (start it with --experimental-websocket)' : false

async function withWebDriver (work, password = process.env.BOLT_ADMIN_PASSWORD) {
  globalThis.window ??= { navigator: globalThis.navigator ?? { userAgent: 'test', platform: 'test' }, location: { protocol: 'http:' }, WebSocket, setTimeout, clearTimeout }
  globalThis.self ??= globalThis.window
  const neo4j = (await import('neo4j-driver/lib/browser/neo4j-web.esm.min.js')).default
  const driver = neo4j.driver(`bolt://127.0.0.1:${port}`, neo4j.auth.basic('admin', password))
  try {
    await work(driver, neo4j)
  } finally {
    await driver.close()
  }
}

test('the web build of the driver works by WebSocket', { skip }, () => withWebDriver(async driver => {
  const { records } = await driver.executeQuery('UNWIND range(1, 20000) AS n RETURN n, $text AS text', { text: 'é'.repeat(100) })
  assert.equal(records.length, 20000)
  assert.equal(records[19999].get('text').length, 100)
  await assert.rejects(driver.executeQuery('RETURN'), error => error.code === 'Neo.ClientError.Statement.SyntaxError')
}))

test('long messages go by WebSocket in both directions', { skip }, () => withWebDriver(async driver => {
  const text = '外交🏛'.repeat(200000)
  const { records } = await driver.executeQuery('RETURN $text AS text', { text })
  assert.ok(records[0].get('text') === text)
}))

test('a transaction by WebSocket is rolled back', { skip }, () => withWebDriver(async driver => {
  const session = driver.session()
  const tx = session.beginTransaction()
  await tx.run('CREATE (:Web)')
  await tx.rollback()
  assert.equal((await session.run('MATCH (n:Web) RETURN count(n) AS c')).records[0].get('c').toNumber(), 0)
  await session.close()
}))

test('a stream by WebSocket is broken off, and the connection is used again', { skip }, () => withWebDriver(async driver => {
  const session = driver.session({ fetchSize: 10 })
  for await (const record of session.run('UNWIND range(1, 100000000) AS n RETURN n')) if (record.get('n').toNumber() === 25) break
  await session.close()
  await driver.executeQuery('RETURN 1')
}))

test('a wrong password by WebSocket is refused with its code', { skip }, () => withWebDriver(
  driver => assert.rejects(driver.verifyConnectivity(), error => error.code === 'Neo.ClientError.Security.Unauthorized'), 'a guess from the web'))

test('a request that is no WebSocket is told what is spoken here', { skip }, async () => {
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } })
  assert.equal(response.status, 426)
})
