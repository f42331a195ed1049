export function AccountPanel() {
  return null
}
export function AccountCell() {
  return null
}
