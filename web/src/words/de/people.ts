import type { people as english } from '../en/people';

export const people: typeof english = {
  missing: 'Unter diesem Namen gibt es niemanden',
  missingHint: 'Vielleicht ist der Name vertippt, oder das Konto gibt es nicht mehr.',
  failed: 'Diese Seite konnte nicht geladen werden',
  videos: 'Videos',
  noVideos: 'Noch keine Videos',
  noVideosHint: 'Was für alle hochgeladen wird, erscheint hier.',
  failedVideos: 'Die Videos konnten nicht geladen werden',
  edit: 'Profil bearbeiten',
  joined: 'Dabei seit',
  private: 'Privates Konto',
  links: 'Links',
  failedPeople: 'Die Leute konnten nicht geladen werden',
  policyFailed: 'Dieser Text konnte nicht geladen werden',
  version: version => `Version ${version}`,
};
