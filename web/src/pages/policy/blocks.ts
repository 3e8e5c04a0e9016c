export type Block = { kind: 'heading' | 'words'; text: string } | { kind: 'list'; items: string[] };

/** Plain text in blocks: what begins with # is a heading, what begins with - a list, the rest is words. */
export function blocksOf(text: string): Block[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map(block => block.trim())
    .filter(block => block !== '')
    .flatMap((block): Block[] => {
      const heading = /^#+\s+(.+)(?:\r?\n([\s\S]*))?$/.exec(block);
      if (heading) {
        const rest = heading[2] ? blocksOf(heading[2]) : [];
        return [{ kind: 'heading', text: heading[1] ?? '' }, ...rest];
      }
      const lines = block.split(/\r?\n/);
      if (/^[-*]\s/.test(block)) return [{ kind: 'list', items: itemsOf(lines) }];
      return [{ kind: 'words', text: lines.map(line => line.trim()).join(' ') }];
    });
}

/** Lines that do not begin an item go on with the last. */
function itemsOf(lines: string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    const begun = /^\s*[-*]\s+(.*)$/.exec(line);
    if (begun) items.push(begun[1] ?? '');
    else items.push(`${items.pop() ?? ''} ${line.trim()}`.trim());
  }
  return items;
}
