/** Pages of people, and what they agree to. */
export const people = {
  missing: 'There is nobody of this name',
  missingHint: 'The name may be mistyped, or the account is gone.',
  failed: 'This page could not be loaded',
  videos: 'Videos',
  noVideos: 'No videos yet',
  noVideosHint: 'What is uploaded for everybody appears here.',
  failedVideos: 'The videos could not be loaded',
  edit: 'Edit profile',
  joined: 'Joined',
  private: 'Private account',
  links: 'Links',
  failedPeople: 'The people could not be loaded',
  policyFailed: 'This text could not be loaded',
  version: (version: string) => `Version ${version}`,
};
