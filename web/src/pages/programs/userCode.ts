/** Letters and digits of a code in groups of four: people leave the dash out, or write it small. */
export function normalCode(typed: string): string {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return plain.replace(/(.{4})(?=.)/g, '$1-');
}
