import uPlot from 'uplot';
import type { Unit } from '../figures';
import { colourReader, type Tone } from './theme';

/** One line of a chart, or its bars. */
export interface Line {
  name: string;
  tone: Tone;
  /** One for each place; null where there is nothing. */
  values: readonly (number | null)[];
  kind: 'area' | 'line' | 'dashed' | 'bars';
}

export interface Drawing {
  /** Where the values are: rising numbers. */
  places: readonly number[];
  lines: readonly Line[];
  unit: Unit;
  /** Below the chart. */
  placeName: (place: number) => string;
  /** The top of the scale, if it is not what the highest value asks for. */
  top?: number | undefined;
}

/** Pixels. */
const HEIGHT = 260;
const AXIS_WIDTH = 56;
const LABEL_SPACE = 76;

/** Parts of a count: no axis has halves of a view. */
const WHOLE_STEPS = [1, 2, 5]
  .flatMap(one => Array.from({ length: 12 }, (_, power) => one * 10 ** power))
  .sort((a, b) => a - b);

/** Draws into an element, and tells which place the pointer is at. */
export function plot(
  element: HTMLElement,
  drawing: Drawing,
  pointed: (index: number | undefined) => void,
): { chart: uPlot; destroy: () => void } {
  const chart = new uPlot(optionsOf(element, drawing, pointed), dataOf(drawing), element);
  const sized = new ResizeObserver(() => {
    const width = element.clientWidth;
    if (width > 0 && width !== chart.width) chart.setSize({ width, height: HEIGHT });
  });
  sized.observe(element);
  return {
    chart,
    destroy() {
      sized.disconnect();
      chart.destroy();
    },
  };
}

export function dataOf({ places, lines }: Drawing): uPlot.AlignedData {
  return [[...places], ...lines.map(line => [...line.values])] as uPlot.AlignedData;
}

function optionsOf(element: HTMLElement, drawing: Drawing, pointed: (index: number | undefined) => void): uPlot.Options {
  const { unit, placeName, lines, top } = drawing;
  const colour = colourReader(element);
  const font = `12px ${getComputedStyle(element).fontFamily}`;
  const ink = colour('--ink-soft');
  const bars = lines.some(line => line.kind === 'bars');
  const axis = { stroke: ink, font, ticks: { show: false } };
  return {
    width: element.clientWidth || 600,
    height: HEIGHT,
    padding: [12, 28, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: false, y: false },
      // It stands at a place, never between two.
      move: (chart, left, top) => [left < 0 ? left : chart.valToPos(placeAt(chart, left), 'x'), top],
      points: { show: !bars, size: 9, width: 2, fill: (_, index) => colour(toneOf(lines, index)) },
    },
    scales: {
      x: { time: false, ...(bars && { range: barRange }) },
      y: { range: (_, __, highest) => [0, top ?? topOf(highest)] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: LABEL_SPACE,
        size: 26,
        // Places are days, moments or positions: only those that are there get a label.
        splits: chart => labelled(drawing.places, chart.width),
        values: (_, splits) => splits.map(placeName),
      },
      {
        ...axis,
        size: AXIS_WIDTH,
        space: 48,
        grid: { stroke: colour('--line'), width: 1 },
        values: (_, splits) => splits.map(unit.short),
        ...(unit.whole && { incrs: WHOLE_STEPS }),
      },
    ],
    series: [{}, ...lines.map(line => seriesOf(line, colour))],
    hooks: { setCursor: [chart => pointed(chart.cursor.idx ?? undefined)] },
  };
}

function seriesOf(line: Line, colour: (token: string, alpha?: number) => string): uPlot.Series {
  const stroke = colour(line.tone);
  const common = { label: line.name, stroke, width: 2, points: { show: false }, spanGaps: false };
  if (line.kind === 'bars') {
    const paths = uPlot.paths.bars!({ size: [0.72, 28], radius: 0.25 });
    return { ...common, width: 0, fill: stroke, paths };
  }
  if (line.kind === 'dashed') return { ...common, width: 1.5, dash: [5, 5] };
  if (line.kind === 'line') return common;
  return {
    ...common,
    fill: chart => {
      const { top, height } = chart.bbox;
      const shade = chart.ctx.createLinearGradient(0, top, 0, top + height);
      shade.addColorStop(0, colour(line.tone, 0.26));
      shade.addColorStop(1, colour(line.tone, 0.02));
      return shade;
    },
  };
}

function placeAt(chart: uPlot, left: number): number {
  return chart.data[0][chart.posToIdx(left)] ?? 0;
}

function toneOf(lines: readonly Line[], index: number): Tone {
  return lines[index - 1]?.tone ?? '--chart-1';
}

/** Room above the highest value; a scale that has any height when there is none. */
function topOf(highest: number | null): number {
  return highest !== null && highest > 0 ? highest * 1.08 : 1;
}

/** Half a bar at each side. */
function barRange(chart: uPlot): [number, number] {
  const places = chart.data[0];
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? 1;
  const half = places.length > 1 ? ((places[1] ?? 0) - first) / 2 : 0.5;
  return [first - half, last + half];
}

/** As many places as there is room for, evenly apart. */
function labelled(places: readonly number[], width: number): number[] {
  const room = Math.max(2, Math.floor((width - AXIS_WIDTH) / LABEL_SPACE));
  const step = Math.max(1, Math.ceil(places.length / room));
  return places.filter((_, index) => index % step === 0);
}
