/** Pixels: small enough for a column of text, in the form of most videos. */
const WIDTH = 560;
const HEIGHT = 315;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What another page has in its source to show the player. */
export function embedCode(origin: string, video: { id: string; title: string }): string {
  const title = video.title.replace(/[&<>"]/g, sign => ENTITIES[sign] ?? sign);
  const address = new URL(`/embed/${encodeURIComponent(video.id)}`, origin).href;
  return (
    `<iframe src="${address}" title="${title}" width="${WIDTH}" height="${HEIGHT}" loading="lazy" ` +
    'allow="autoplay; fullscreen; picture-in-picture" allowfullscreen style="border:0"></iframe>'
  );
}
