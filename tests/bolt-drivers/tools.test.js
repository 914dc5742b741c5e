// What Neo4j's tools ask when they connect.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withSession } from './server.js'

const asked = [
  'CALL db.ping()',
  'CALL dbms.components() YIELD versions',
  'CALL dbms.components() YIELD name, versions, edition',
  'CALL dbms.components() YIELD name, versions',
  'RETURN 1',
  'SHOW DATABASES',
  'SHOW DATABASES YIELD *',
  "CALL db.labels() YIELD label RETURN {name:'labels', data:COLLECT(label)[..1000]} AS result UNION ALL CALL db.relationshipTypes() YIELD relationshipType RETURN {name:'relationshipTypes', data:COLLECT(relationshipType)[..1000]} AS result UNION ALL CALL db.propertyKeys() YIELD propertyKey RETURN {name:'propertyKeys', data:COLLECT(propertyKey)[..1000]} AS result UNION ALL MATCH () RETURN { name:'nodes', data:count(*) } AS result UNION ALL MATCH ()-[]->() RETURN { name:'relationships', data: count(*)} AS result",
  'SHOW PROCEDURES YIELD name, description, signature',
  'SHOW FUNCTIONS YIELD name, description, signature',
  'SHOW PROCEDURES EXECUTABLE BY CURRENT USER YIELD *',
  'SHOW FUNCTIONS EXECUTABLE BY CURRENT USER YIELD *',
  'CALL dbms.showCurrentUser()',
  'CALL dbms.clientConfig()',
  'CALL db.schema.visualization()',
  'SHOW INDEXES',
  'SHOW CONSTRAINTS',
  'SHOW USERS',
  'SHOW CURRENT USER'
]

// The community edition knows neither roles nor privileges, and says so; tools take that for an answer.
const refused = ['SHOW ROLES', 'SHOW PRIVILEGES', 'SHOW SERVERS', 'CREATE DATABASE other', 'CREATE USER eve SET PASSWORD "password"']

for (const statement of asked) {
  test(statement.slice(0, 70), () => withSession(async session => { await session.run(statement) }))
  if (statement.startsWith('SHOW DATABASES')) {
    test(`${statement} on the system database`, () => withSession(async session => {
      const { records } = await session.run(statement)
      assert.ok(records.some(record => record.get('name') === 'neo4j'))
    }, { database: 'system' }))
  }
}

for (const statement of refused) {
  test(`${statement} is told to be of another edition`, () => withSession(
    session => assert.rejects(session.run(statement), error => error.code === 'Neo.ClientError.Statement.UnsupportedAdministrationCommand'),
    { database: 'system' }))
}

test('the current user is who logged on', () => withSession(async session => {
  const { records } = await session.run('SHOW CURRENT USER')
  assert.deepEqual([records.length, records[0].get('user')], [1, 'admin'])
}, { database: 'system' }))

test('the kernel has the name that editors look for', () => withSession(async session => {
  const { records } = await session.run('CALL dbms.components() YIELD name, versions')
  assert.ok(records.some(record => record.get('name') === 'Neo4j Kernel'))
}))
