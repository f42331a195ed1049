/** Shows the state of a text and what can be done with it. */
export function WorkflowBar() {
  return null
}
