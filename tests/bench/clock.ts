// A thousand texts due in the same minute: how long until the last one is out, looked after by one process.
//   npm run bench:clock            1,000 texts
//   npm run bench:clock -- 200     another number
import { publishDue } from '../../src/desk/clock.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { act, make, paragraph, publish } from '../integration/acts.ts'
import { openDesk } from '../integration/harness.ts'

const count = Number(process.argv[2] ?? 1_000)
if (!Number.isInteger(count) || count < 1 || count > 100_000) {
  console.error('Say how many texts: a whole number from 1 to 100,000.')
  process.exit(2)
}
const desk = await openDesk()
try {
  desk.clock.now = new Date('2031-03-05T12:00:00.000Z')
  const editor = await desk.person('editor', ['editor'])
  const reviewer = await desk.person('reviewer', ['reviewer'])
  const contact = await make(editor, 'contacts', { name: 'Mira', email: 'press@mission.example' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
  for (let index = 0; index < count; index++) {
    const id = await make(editor, 'releases', {
      language: 'en',
      kind: 'news',
      headline: `Bridge ${index} opens`,
      lead: 'It opens on Friday.',
      body: paragraph('Everybody may cross it.'),
      contacts: [contact],
      about: false,
    })
    const path = `/api/releases/${id}`
    await act(editor, path, 'submit')
    await act(reviewer, path, 'approve')
    await act(reviewer, path, 'schedule', { at: '2031-03-06T10:00:00Z' })
    if (index % 100 === 99) console.error(`${index + 1} scheduled`)
  }
  const began = performance.now()
  const due = await publishDue(desk.payload, new Date('2031-03-06T10:00:00Z'))
  const seconds = (performance.now() - began) / 1000
  const rate = (due.published / seconds).toFixed(0)
  console.log(
    `${due.published} published, ${due.missed} missed in ${seconds.toFixed(1)} s: ${rate}/s`,
  )
  const problems = problemsOf(await verify(desk.payload))
  console.log(problems.length === 0 ? 'The record is whole.' : problems.join('\n'))
  if (due.published !== count || problems.length > 0) process.exitCode = 1
} finally {
  await desk.close()
}
