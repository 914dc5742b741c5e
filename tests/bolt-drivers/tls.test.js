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
