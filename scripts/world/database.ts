import type { Client } from 'pg'

interface RolePasswords {
  readonly ownerPassword: string
  readonly readOnlyPassword: string
}

/**
 * Makes the roles and the database `name`: `waypost` owns it, `mail_ro` will see the views of schema `mail` only.
 * `client` is a superuser's, not yet connected; it is closed at the end.
 */
export async function makeRolesAndDatabase(client: Client, name: string, passwords: RolePasswords) {
  await client.connect()
  try {
    for (const [role, password] of [
      ['waypost', passwords.ownerPassword],
      ['mail_ro', passwords.readOnlyPassword],
    ] as const) {
      const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
      if (known.rowCount === 0) await client.query(`create role ${role}`)
      await client.query(`alter role ${role} login password ${client.escapeLiteral(password)}`)
    }
    const there = await client.query('select 1 from pg_database where datname = $1', [name])
    const form = `encoding 'UTF8' locale 'C.UTF-8' template template0`
    if (there.rowCount === 0) await client.query(`create database ${name} owner waypost ${form}`)
  } finally {
    await client.end()
  }
}
