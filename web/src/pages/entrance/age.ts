/** Whole years between two days, both as 2026-05-04. */
export function ageOn(day: string, birthDate: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1;
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Whether a date is typed to its end: while a year is typed, fields tell 0002, 0020 and 0201 first. */
export function isWhole(birthDate: string): boolean {
  return /^(?:19|20)\d\d-\d\d-\d\d$/.test(birthDate);
}
