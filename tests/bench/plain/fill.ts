// Prepares the database of the plain project: somebody who signs in, many texts, and one with a hundred versions.
// Prints the id of that one.
import { getPayload } from 'payload'
import { longText } from '../long-text.ts'
import { fillTexts } from '../texts.ts'
import config from './payload.config.ts'

const payload = await getPayload({ config })
await payload.create({
  collection: 'users',
  data: {
    name: 'Eva',
    email: 'editor@demo.example',
    password: 'correct horse battery staple',
  } as never,
})
await fillTexts(payload, Number(process.argv[2]))
const { id } = await payload.create({ collection: 'releases', data: longText(0) as never })
for (let version = 1; version < 100; version++)
  await payload.update({ collection: 'releases', id, data: longText(version) as never })
console.log(id)
process.exit(0)
