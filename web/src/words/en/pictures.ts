/** What opens over a post. */
export const pictures = {
  previous: 'Previous picture',
  next: 'Next picture',
  history: 'Earlier versions',
  failedHistory: 'The earlier versions could not be loaded',
};
