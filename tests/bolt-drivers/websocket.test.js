// The driver as web pages load it speaks Bolt by WebSocket, on the same port.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { port } from './server.js'

const reason = typeof WebSocket === 'undefined' ? 'this node has no WebSocket (start it with --experimental-websocket)' : false

test('the web build of the driver works by WebSocket', { skip: reason }, async () => {
  globalThis.window ??= { navigator: globalThis.navigator ?? { userAgent: 'test', platform: 'test' }, location: { protocol: 'http:' }, WebSocket, setTimeout, clearTimeout }
  globalThis.self ??= globalThis.window
  const neo4j = (await import('neo4j-driver/lib/browser/neo4j-web.esm.min.js')).default
  const driver = neo4j.driver(`bolt://127.0.0.1:${port}`, neo4j.auth.basic('admin', process.env.BOLT_ADMIN_PASSWORD))
  const { records } = await driver.executeQuery('UNWIND range(1, 20000) AS n RETURN n, $text AS text', { text: 'é'.repeat(100) })
  assert.equal(records.length, 20000)
  assert.equal(records[19999].get('text').length, 100)
  await assert.rejects(driver.executeQuery('RETURN'), error => error.code === 'Neo.ClientError.Statement.SyntaxError')
  await driver.close()
})

test('a page of a foreign origin may connect where there are passwords', { skip: reason }, async () => {
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } }).catch(error => ({ status: error.cause?.code }))
  assert.equal(response.status, 426)
})
