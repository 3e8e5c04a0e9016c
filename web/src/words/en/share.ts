/** Handing a video on. */
export const share = {
  title: 'Share this video',
  link: 'Link',
  copyLink: 'Copy the link',
  embed: 'In another page',
  embedHint: 'Put this code where the player is to appear. Views there count like those here.',
  copyEmbed: 'Copy the code',
  device: 'Share by …',
  byHand: 'Select it and copy it by hand: this browser does not let the page do it.',
  counts: 'The owner of the video sees how often it is shared, not by whom.',
};
