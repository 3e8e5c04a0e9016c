import type { share as english } from '../en/share';

export const share: typeof english = {
  title: 'Dieses Video teilen',
  link: 'Link',
  copyLink: 'Link kopieren',
  embed: 'In einer anderen Seite',
  embedHint: 'Diesen Code dort einfügen, wo das Video erscheinen soll. Aufrufe dort zählen wie hier.',
  copyEmbed: 'Code kopieren',
  device: 'Teilen mit …',
  byHand: 'Bitte von Hand auswählen und kopieren: Dieser Browser lässt es die Seite nicht tun.',
  counts: 'Wem das Video gehört, sieht, wie oft es geteilt wird, nicht von wem.',
};
