/** The server takes web addresses only; should anything else ever come, it leads nowhere. */
export function safe(url: string): string {
  return /^https?:\/\//i.test(url) ? url : '#';
}
