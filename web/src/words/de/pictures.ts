import type { pictures as english } from '../en/pictures';

export const pictures: typeof english = {
  previous: 'Voriges Bild',
  next: 'Nächstes Bild',
  history: 'Frühere Fassungen',
  failedHistory: 'Die früheren Fassungen konnten nicht geladen werden',
};
