/** One small picture in a sprite: what is seen from `from` to `to` seconds. */
export interface Frame {
  from: number;
  to: number;
  image: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Storyboard {
  frames: readonly Frame[];
  /** The picture at so many seconds. */
  at(seconds: number): Frame | undefined;
}

const CUE = /^(\S+)\s+-->\s+(\S+)/;
const PLACE = /#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)$/;

const loaded = new Map<string, Promise<Storyboard>>();

/** Fetches a storyboard once; one that cannot be had is empty, because playing goes on without. */
export function loadStoryboard(address: string): Promise<Storyboard> {
  let storyboard = loaded.get(address);
  if (!storyboard) {
    storyboard = fetch(address)
      .then(answer => (answer.ok ? answer.text() : ''))
      .catch(() => '')
      .then(text => storyboardOf(parseStoryboard(text, new URL(address, location.href).href)));
    loaded.set(address, storyboard);
  }
  return storyboard;
}

/** WebVTT whose cues name rectangles of a sprite: `storyboard.jpg#xywh=160,0,160,90`. */
export function parseStoryboard(text: string, address: string): Frame[] {
  const frames: Frame[] = [];
  for (const block of text.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    const lines = block.split('\n').filter(line => line !== '');
    const timing = lines.findIndex(line => CUE.test(line));
    const times = CUE.exec(lines[timing] ?? '');
    const target = lines[timing + 1]?.trim() ?? '';
    const place = PLACE.exec(target);
    if (!times || !place) continue;
    const [x, y, width, height] = place.slice(1).map(Number) as [number, number, number, number];
    const image = new URL(target.replace(PLACE, ''), address).href;
    frames.push({ from: secondsOf(times[1] ?? ''), to: secondsOf(times[2] ?? ''), image, x, y, width, height });
  }
  return frames;
}

export function storyboardOf(frames: readonly Frame[]): Storyboard {
  return {
    frames,
    at(seconds) {
      let low = 0;
      let high = frames.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((frames[middle]?.from ?? Infinity) <= seconds) low = middle;
        else high = middle - 1;
      }
      return frames[low];
    },
  };
}

/** A WebVTT timestamp: 00:01.500 or 1:02:03.000. */
function secondsOf(timestamp: string): number {
  return timestamp.split(':').reduce((sum, part) => sum * 60 + Number(part.replace(',', '.')), 0);
}
