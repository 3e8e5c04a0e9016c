import { createContext } from 'preact';

/** What a page that shows a thread knows of it. */
export interface ThreadFacts {
  /** The account that began it. */
  author?: string | undefined;
  /** Whether the viewer owns the video that it is about. */
  ownVideo: boolean;
}

export const ThreadContext = createContext<ThreadFacts>({ ownVideo: false });
