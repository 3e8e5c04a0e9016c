import type { ComponentChildren } from 'preact';
import { Icon } from '../../parts/Icon';
import { Tabs } from '../../parts/timeline/Tabs';
import { words } from '../../words';
import { talk as say } from '../../words/talk';
import './studio.css';

type Room = 'videos' | 'comments' | 'analytics';

interface FrameProps {
  title: string;
  room: Room;
  wide?: boolean;
  children: ComponentChildren;
}

/** What the rooms of the studio have in common: their head and the way from one to the other. */
export function StudioFrame({ title, room, wide = false, children }: FrameProps) {
  const tabs = [
    { id: 'videos', name: words.studio, href: '/studio', testId: 'tab-videos' },
    { id: 'comments', name: say.review, href: '/studio?tab=comments', testId: 'tab-comments' },
    { id: 'analytics', name: words.analytics, href: '/studio/analytics', testId: 'tab-analytics' },
  ];
  return (
    <div class={wide ? 'studio studio--wide' : 'studio'}>
      <header class="studio__head">
        <h1>{title}</h1>
        <a class="button button--primary" href="/upload">
          <Icon name="upload" size={20} />
          {words.upload}
        </a>
      </header>
      <Tabs label={words.social.tabs} tabs={tabs} chosen={room} />
      {children}
    </div>
  );
}
