export function OpenItem() {
  return null
}
