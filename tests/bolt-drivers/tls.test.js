// The server's port of TLS: its certificate is signed by an authority that NODE_EXTRA_CA_CERTS makes known.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { admin, port, withDriver } from './server.js'

for (const [scheme, host] of [['bolt+ssc', 'localhost'], ['bolt+ssc', '127.0.0.1'], ['neo4j+ssc', 'localhost'], ['bolt+s', 'localhost'], ['neo4j+s', 'localhost']]) {
  test(`${scheme}://${host} works`, () => withDriver(async driver => {
    const { records, summary } = await driver.executeQuery('UNWIND range(1, 5000) AS n RETURN n, $text AS text', { text: 'é'.repeat(100) })
    assert.equal(records.length, 5000)
    assert.equal(summary.server.address, `${host}:${port}`)
  }, `${scheme}://${host}:${port}`, admin))
}

test('bolt+s:// refuses a name that the certificate does not have', () => withDriver(
  driver => assert.rejects(driver.verifyConnectivity(), error => /ERR_TLS_CERT_ALTNAME_INVALID/.test(error.message)), `bolt+s://127.0.0.1:${port}`, admin))

test('plain bolt:// is not served', () => withDriver(
  driver => assert.rejects(driver.verifyConnectivity()), `bolt://localhost:${port}`, admin))

const skip = typeof WebSocket === 'undefined' ? 'this node has no WebSocket (start it with --experimental-websocket)' : false

test('pages speak wss:// on the same port', { skip }, async () => {
  const socket = new WebSocket(`wss://localhost:${port}`)
  socket.binaryType = 'arraybuffer'
  await new Promise((resolve, reject) => { socket.onopen = resolve; socket.onerror = reject })
  socket.send(Uint8Array.from([0x60, 0x60, 0xB0, 0x17, 0, 0, 4, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
  const { data } = await new Promise(resolve => { socket.onmessage = resolve })
  assert.deepEqual([...new Uint8Array(data)], [0, 0, 4, 5])
  socket.close()
})
