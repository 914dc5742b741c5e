import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, withSession } from './server.js'

test('a million records come in order, and neither side holds them', () => withSession(async session => {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  let expected = 0
  let most = 0
  for await (const record of session.run('UNWIND range(1, 1000000) AS n RETURN n')) {
    expected++
    if (record.get('n') !== expected) assert.fail(`record ${expected} holds ${record.get('n')}`)
    if (expected % 100000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before)
  }
  assert.equal(expected, 1000000)
  assert.ok(most < 200e6, `the heap grew by ${most}`)
}, { fetchSize: 1000 }, undefined, undefined, { disableLosslessIntegers: true }))

test('RESET in the middle of a stream ends it, and the connection is used again', async () => {
  const driver = connect(undefined, undefined, { maxConnectionPoolSize: 1 })
  for (let i = 0; i < 3; i++) {
    const session = driver.session({ fetchSize: 10 })
    const result = session.run('UNWIND range(1, 100000000) AS n RETURN n')
    let read = 0
    for await (const record of result) {
      assert.equal(record.get('n').toNumber(), ++read)
      if (read === 25) break
    }
    await session.close()
  }
  const { records } = await driver.executeQuery('RETURN 1 AS one')
  assert.equal(records[0].get('one').toNumber(), 1)
  await driver.close()
})

test('a hundred sessions work side by side', async () => {
  const driver = connect(undefined, undefined, { maxConnectionPoolSize: 100 })
  const sums = await Promise.all(Array.from({ length: 100 }, async (_, i) => {
    const { records } = await driver.executeQuery('UNWIND range(1, 100) AS n RETURN sum(n * $i) AS sum', { i })
    return records[0].get('sum')
  }))
  sums.forEach((sum, i) => assert.equal(Number(sum), 5050 * i))
  await driver.close()
})
